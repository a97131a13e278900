def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [][0])
attempt(lambda: {}['k'])
attempt(lambda: 'a' + 1)
attempt(lambda: 1 + 'a')
attempt(lambda: None.x)
attempt(lambda: int('a'))
attempt(lambda: open('/no/such/file'))
attempt(lambda: len(5))
attempt(lambda: 5())
attempt(lambda: next(iter([])))
attempt(lambda: (1, 2, 3)['a'])
attempt(lambda: {[]: 1})
attempt(lambda: sorted([1, 'a']))
attempt(lambda: __import__('no_such_module'))
attempt(lambda: 1 / 0)
attempt(lambda: math)
attempt(lambda: b'a' + 'b')
attempt(lambda: list(zip('a', 'bc', strict=True)))
attempt(lambda: object().x)
attempt(lambda: 'abc'.index('d'))
attempt(lambda: chr(-1))
try:
    a, b = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    a, b = [1]
except ValueError as error:
    print(error)
