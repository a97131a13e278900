"""Python's module traceback, without what most tracebacks do not need. Its own imports, such as re
and enum, take ten times as long as it does: a fifth of a second before every script."""

import sys
from _ast import BinOp, Subscript

ONLY_AST = 0x400  # ast.PyCF_ONLY_AST
LONG_OPERATORS = '//', '**', '<<', '>>'


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


def marked(segment, make):
    """Which part of an expression a traceback marks: its operator, or its brackets. Python's own
    function imports ast, which takes a fifth of a second.

    segment -- the expression's text
    make -- makes the result of where the part begins and where it ends
    """
    try:
        body = compile(segment, '<expression>', 'eval', ONLY_AST, dont_inherit=True).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None

    def place(offset):
        return len(segment.encode()[:offset].decode(errors='replace'))

    if isinstance(body, BinOp):
        at, end = place(body.left.end_col_offset), place(body.right.col_offset)
        while at < end and (segment[at].isspace() or segment[at] in ')\\'):
            at += 1
        return make(at, at + (2 if segment[at:at + 2] in LONG_OPERATORS else 1))
    if isinstance(body, Subscript):
        at = segment.find('[', place(body.value.end_col_offset))
        return make(at, segment.find(']', place(body.slice.end_col_offset)) + 1)
    return None


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
    traceback._extract_caret_anchors_from_line_segment = lambda segment: marked(
        segment, traceback._Anchors)
    return traceback
