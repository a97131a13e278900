# differs: GraalPy gives code all built-in functions, whatever its `__builtins__` are
try:
    eval('print(1)', {'__builtins__': {}})
except NameError as error:
    print(error)
