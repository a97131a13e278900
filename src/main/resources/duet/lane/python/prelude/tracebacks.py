"""Python's module traceback, without what most tracebacks do not need. Its own imports, such as re
and enum, take ten times as long as it does: a fifth of a second before every script."""

import sys


class Late:
    """Stands for a module until something of it is used."""

    def __init__(self, name, **ready):
        """ready -- what is used of it without importing it"""
        self._name = name
        self.__dict__.update(ready)

    def __getattr__(self, attribute):
        if attribute.startswith('__'):  # asked for while it is imported
            raise AttributeError(attribute)
        return getattr(__import__(self._name), attribute)


def open_source(path):
    """What tokenize.open does, whose re only a file needs that may name its encoding."""
    with open(path, 'rb') as file:
        start = file.readline() + file.readline()
    if b'coding' in start:
        return __import__('tokenize').open(path)
    return open(path, encoding='utf-8-sig')


class Suppress:
    """What traceback uses of contextlib."""

    def __init__(self, *kinds):
        self._kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, self._kinds)


def load_early():
    """Loads traceback for the first uncaught exception. A script that imports one of the modules
    that it uses gets the real one."""
    late = {'tokenize': {'open': open_source}, 'textwrap': {}, 'contextlib': {'suppress': Suppress}}
    late = {name: Late(name, **ready) for name, ready in late.items() if name not in sys.modules}
    sys.modules.update(late)
    try:
        import traceback
    finally:
        for name in late:
            del sys.modules[name]
    return traceback
