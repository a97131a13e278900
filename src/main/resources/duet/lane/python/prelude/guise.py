"""What replaces something of the library looks like it."""


def in_place_of(original, replacement):
    """Gives a class or a function the place, as `repr` tells it, and the documentation of what it
    replaces. Its `__name__` stays."""
    for name in ('__module__', '__qualname__', '__doc__'):
        setattr(replacement, name, getattr(original, name))
    return replacement
