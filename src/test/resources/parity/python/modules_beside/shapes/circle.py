from . import loaded


def area(radius):
    return 3 * radius * radius


def relative():
    return loaded
