"""What replaces something of the library looks like it."""


def in_place_of(original, replacement):
    """Gives a class or a function the place, as `repr` tells it, and the documentation of what it
    replaces. Its `__name__` stays."""
    for name in ('__module__', '__qualname__', '__doc__'):
        setattr(replacement, name, getattr(original, name))
    return replacement


def named(module, name, work):
    """A function that looks as if it were the library's."""

    def function(*arguments, **keywords):
        return work(*arguments, **keywords)

    function.__module__ = module
    function.__name__ = function.__qualname__ = name
    return function
