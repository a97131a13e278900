from contextlib import ExitStack, contextmanager, suppress


def counter():
    total = 0
    while True:
        got = yield total
        if got is None:
            return total
        total += got


def outer():
    result = yield from counter()
    print('inner returned', result)


generator = outer()
next(generator)
print(generator.send(3), generator.send(4))
with suppress(StopIteration):
    generator.send(None)


@contextmanager
def opened(name):
    print('open', name)
    try:
        yield name
    except ValueError as error:
        print('handled', error)
    finally:
        print('close', name)


with opened('a') as a, opened('b'):
    print(a)
    raise ValueError('inside')
with ExitStack() as stack:
    stack.callback(print, 'last')
    stack.enter_context(opened('c'))


def closing():
    try:
        yield 1
    finally:
        print('closed')


generator = closing()
next(generator)
generator.close()
