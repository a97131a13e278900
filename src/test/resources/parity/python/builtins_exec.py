space = {}
exec('x = [n * n for n in range(3)]', space)
print(space['x'], '__builtins__' in space, type(space['__builtins__']).__name__)
print(eval('x[1] + y', space, {'y': 1}))
print(vars() is globals(), locals() is globals(), callable(print), sorted(dir(__builtins__))[:2])
