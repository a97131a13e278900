"""What a host of Python does to explore a script."""

from _json import encode_basestring_ascii as quoted


class Exploring:
    """A script whose threads take turns as they are told."""

    def __init__(self, load, load_prelude, start, every_access):
        """
        load -- loads a module of this folder
        load_prelude -- loads a module of the prelude
        start -- Python's own `allocate_lock` and `start_new_thread`
        """
        engine = load('engine')
        self._syntax_error = load_prelude('syntax').syntax_error
        self._engine = engine.Engine(load, load_prelude, engine.Plain(*start), every_access)

    def compile(self, path, text, arguments):
        """Reads the script; returns what is wrong with it, or an empty string."""
        try:
            self._engine.compile(path, text, [str(argument) for argument in arguments])
            return ''
        except SyntaxError as error:
            return self._syntax_error(path, text, error)
        except (ValueError, RecursionError, MemoryError) as error:  # a NUL, or too deeply nested
            return f'{path.rpartition("/")[2]}: error: {error}'

    def play(self, plan, detail):
        """Plays one schedule; returns what happened, as the fields of a message."""
        return fields(self._engine.play(str(plan), bool(detail)))


KEYS = {
    'lines': ('thread', 'step', 'stream', 'text'),
    'waits': ('thread', 'text', 'line'),
    'steps': ('thread', 'line', 'file', 'op', 'name', 'value', 'text'),
}


def fields(told):
    """The fields of an object in JSON, without its braces. What is empty is left out."""
    parts = []
    for name, value in told.items():
        if name in KEYS:
            if value:
                rows = ','.join([row(KEYS[name], one) for one in value])
                parts.append(f'"{name}":[{rows}]')
        elif isinstance(value, list):
            parts.append(f'"{name}":[{",".join(map(quoted, value))}]')
        elif value is True:
            parts.append(f'"{name}":true')
        elif isinstance(value, int):
            parts.append(f'"{name}":{value}')
        else:
            parts.append(f'"{name}":{quoted(value)}')
    return ','.join(parts)


def row(keys, values):
    parts = []
    for key, value in zip(keys, values):
        if isinstance(value, int):
            parts.append(f'"{key}":{value}')
        elif value:
            parts.append(f'"{key}":{quoted(value)}')
    return '{' + ','.join(parts) + '}'
