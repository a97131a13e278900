import functools


def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4), f(1, 2, 3, 4, d=0, z=9))
for call in (lambda: f(), lambda: f(1), lambda: f(a=1, d=2), lambda: (lambda x: x)(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args):
        print('call', function.__name__, args)
        return function(*args)
    return wrapper


@traced
def add(a, b):
    """Adds."""
    return a + b


print(add(1, 2), add.__name__, add.__doc__, f.__defaults__, f.__kwdefaults__)


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


step = counter()
print(step(), step(), step.__closure__[0].cell_contents)
