"""The text of a value as Jupyter shows it: long collections over several lines, sets in order,
classes and functions by their names."""

import sys

WIDTH = 79  # columns
MOST = 1000  # elements of a collection


class Group:
    """Parts between brackets: all of them on one line, or each on its own.

    indent -- of the second part and those that follow
    """

    def __init__(self, begin, parts, end, indent=None):
        self.begin = begin
        self.parts = parts
        self.end = end
        self.indent = len(begin) if indent is None else indent

    def flat(self):
        return self.begin + ', '.join(map(flat, self.parts)) + self.end


class Printer:
    """What an object's own `_repr_pretty_` writes to."""

    def __init__(self):
        self.pieces = []

    def text(self, text):
        self.pieces.append(text)

    def pretty(self, value):
        self.pieces.append(pretty(value))

    def breakable(self, separator=' '):
        self.pieces.append(separator)

    def break_(self):
        self.pieces.append('\n')

    def begin_group(self, indent=0, begin=''):
        self.pieces.append(begin)

    def end_group(self, dedent=0, end=''):
        self.pieces.append(end)

    def group(self, indent=0, begin='', end=''):
        import contextlib

        @contextlib.contextmanager
        def inside():
            self.begin_group(indent, begin)
            yield
            self.end_group(indent, end)

        return inside()


def pretty(value):
    """The text that Jupyter shows as a value."""
    pieces = []
    lay_out([part(value, ())], 0, 0, 0, pieces)
    return ''.join(pieces)


def flat(text):
    """A part on one line. A part is text, a group, or a list of these."""
    if isinstance(text, str):
        return text
    return text.flat() if isinstance(text, Group) else ''.join(map(flat, text))


def lay_out(row, column, indent, after, pieces):
    """Writes texts and groups that follow each other; returns the column after them.

    after -- how many characters follow on the same line
    """
    for index, text in enumerate(row):
        follows = after + sum(len(flat(one)) for one in row[index + 1:] if isinstance(one, str))
        if isinstance(text, str):
            pieces.append(text)
            column += len(text)
        elif column + len(line := text.flat()) + follows <= WIDTH:
            pieces.append(line)
            column += len(line)
        else:
            column = break_up(text, column, indent, follows, pieces)
    return column


def break_up(group, column, indent, after, pieces):
    """Writes a group with each part on its own line; returns the column after it."""
    pieces.append(group.begin)
    column += len(group.begin)
    inner = indent + group.indent
    for index, one in enumerate(group.parts):
        if index:
            pieces.append(',\n' + ' ' * inner)
            column = inner
        is_last = index == len(group.parts) - 1
        row = one if isinstance(one, list) else [one]
        column = lay_out(row, column, inner, len(group.end) + after if is_last else 1, pieces)
    pieces.append(group.end)
    return column + len(group.end)


def part(value, around):
    """The text or the group of a value.

    around -- the ids of the collections in which it is
    """
    kind = type(value)
    own = next((one for one in kind.__mro__ if '_repr_pretty_' in one.__dict__), None)
    if own is not None and not isinstance(value, type):
        printer = Printer()
        value._repr_pretty_(printer, id(value) in around)
        return ''.join(printer.pieces)
    make = makers.get(kind) or next(
        (makers[one] for one in kind.__mro__ if one in makers and kind.__repr__ is one.__repr__), None)
    if make is None and kind.__module__ in ('collections', '_collections'):
        make = of_collections.get(kind.__name__)
    if make is not None:
        return make(value, around) if id(value) not in around else cycle(value)
    if kind.__repr__ is object.__repr__:
        return f'<{class_text(kind, ())} at 0x{id(value):x}>'
    return repr(value)


def cycle(value):
    return {dict: '{...}', set: 'set(...)', tuple: '(...)'}.get(type(value), '[...]')


def parts(values, around, value):
    """The parts of a collection, as many as are shown."""
    inside = *around, id(value)
    shown = [part(one, inside) for _, one in zip(range(MOST), values)]
    return shown if len(value) <= MOST else [*shown, '...']


def sequence(begin, end):
    def make(value, around):
        if type(value) is tuple and len(value) == 1:
            return Group('(', parts(value, around, value), ',)')
        return Group(begin, parts(value, around, value), end)

    return make


def unordered(begin, end, empty):
    def make(value, around):
        if not value:
            return empty
        try:
            values = sorted(value)
        except Exception:
            values = sorted(value, key=lambda one: (type(one).__name__, str(one)))
        return Group(begin, parts(values, around, value), end)

    return make


def mapping(value, around):
    inside = *around, id(value)
    shown = [[part(key, inside), ': ', part(one, inside)]
             for _, (key, one) in zip(range(MOST), value.items())]
    return Group('{', shown if len(value) <= MOST else [*shown, '...'], '}')


def class_text(value, around):
    if type(value).__repr__ is not type.__repr__:
        return repr(value)
    return qualified(value)


def qualified(value):
    name = value.__qualname__
    module = getattr(value, '__module__', None)
    return name if module in (None, 'builtins') else f'{module}.{name}'


def function_text(value, around):
    import inspect
    try:
        return f'<function {qualified(value)}{inspect.signature(value)}>'
    except (TypeError, ValueError):
        return f'<function {qualified(value)}>'


def exception(value, around):
    return Group(qualified(type(value)) + '(', parts(value.args, around, value.args), ')')


def call(name, *arguments):
    def make(value, around):
        inside = *around, id(value)
        shown = [part(argument(value), inside) for argument in arguments]
        return Group(f'{name}(', shown, ')')

    return make


def deque(value, around):
    shown = [part(list(value), (*around, id(value)))]
    if value.maxlen is not None:
        shown.append(f'maxlen={value.maxlen}')
    return Group('deque(', shown, ')')


def pattern(value, around):
    import re
    names = [f're.{flag.name}' for flag in re.RegexFlag if value.flags & flag and flag.name != 'DEBUG']
    text = 'r' + repr(value.pattern)
    return Group('re.compile(', [text, '|'.join(names)] if names else [text], ')')


makers = {
    list: sequence('[', ']'),
    tuple: sequence('(', ')'),
    dict: mapping,
    set: unordered('{', '}', 'set()'),
    frozenset: unordered('frozenset({', '})', 'frozenset()'),
    type: class_text,
    type(flat): function_text,
    type(len): function_text,
    BaseException: exception,
    type({}.keys()): call('dict_keys', list),
    type({}.values()): call('dict_values', list),
    type({}.items()): call('dict_items', list),
}
of_collections = {
    'defaultdict': call('defaultdict', lambda value: value.default_factory, dict),
    'OrderedDict': call('OrderedDict', lambda value: list(value.items())),
    'Counter': call('Counter', lambda value: dict(value.most_common())),
    'deque': deque,
}
if 're' in sys.modules:
    makers[sys.modules['re'].Pattern] = pattern
