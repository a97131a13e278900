"""What the script calls an object."""

import sys
from itertools import islice

Module = type(sys)
Slot = type(Module.__dict__['__dict__']), type(type('', (), {'__slots__': 'a'}).a)

DEPTH = 3
MANY = 500
STANDARD = getattr(sys, 'stdlib_module_names', sys.builtin_module_names)  # Python 3.9 has no list
LIBRARY = frozenset(STANDARD) - {'__main__', 'types'}


class Names:
    """Finds the names by which a frame can reach an object: a variable, and what is in it, such as
    `forks[2]` or `self.left`. Calls no code of the script."""

    def __init__(self, script):
        self._script = script

    def of(self, target, frame):
        """The name in the frame's line, or else the shortest of the next variable; an empty string
        where none is found. Asks the frame, the module and then the frame's callers. A variable of
        the module comes before one of a function, since threads that run one function call
        different objects by the latter. It has to be quick: whoever asks gets half a second for all
        threads."""
        line = ''
        spaces = []
        if frame is not None:
            line = self._script.line(frame.f_code.co_filename, frame.f_lineno)
        while frame is not None:
            if self._script.has(frame.f_code.co_filename):
                spaces.append(frame.f_locals)
            frame = frame.f_back
        module = self._script.module.__dict__
        spaces.insert(1, module)
        found = []
        for space in spaces:
            for name, value in list(space.items()):
                path = path_to(target, value)
                if path is not None:
                    found.append(name + path)
        best = next((name for name in found if is_used(name, line)), found[0] if found else '')
        if best.isidentifier() and best not in module:
            return next((name for name in found if module.get(name) is target), best)
        return best


def is_used(name, line):
    """Whether a line uses a name, whatever it has as an index."""
    stem = name.partition('[')[0]
    at = line.find(stem)
    while at >= 0:
        before, after = line[:at][-1:], line[at + len(stem):][:1]
        if not (before.isalnum() or before in ('_', '.') and before):
            if after == '[' if '[' in name else not (after.isalnum() or after == '_'):
                return True
        at = line.find(stem, at + 1)
    return False


def path_to(target, root):
    """What follows the name of a variable to reach the target from there, or None."""
    level = [('', root)]
    seen = {id(root)}
    for _ in range(DEPTH + 1):
        for path, value in level:
            if value is target:
                return path
        parts = [(path + step, part) for path, value in level for step, part in parts_of(value)]
        level = []
        for path, part in parts:
            if id(part) not in seen and len(seen) < MANY:
                seen.add(id(part))
                level.append((path, part))
    return None


def parts_of(value):
    """The parts of an object, and how each is reached from it."""
    kind = type(value)
    if issubclass(kind, (str, bytes, int, float, Module)):
        return
    if kind in (list, tuple):
        for index, part in enumerate(value[:MANY]):
            yield f'[{index}]', part
    elif issubclass(kind, dict):
        for key, part in list(islice(dict.items(value), MANY)):
            if type(key) in (str, int):
                yield f'[{key!r}]', part
    else:
        for name, part in attributes_of(value):
            yield f'.{name}', part


def attributes_of(value):
    """The attributes that are stored in an object, or in its class if the script defines that.
    Objects of the library keep theirs to themselves."""
    if is_of_library(value if issubclass(type(value), type) else type(value)):
        return
    for space in spaces_of(value):
        for name, part in list(islice(space.items(), MANY)):
            if type(part) in Slot:
                try:
                    part = part.__get__(value)
                except (AttributeError, TypeError):
                    continue
            if type(name) is str and name[:2] != '__':
                yield name, part


def is_of_library(kind):
    module = kind.__dict__.get('__module__', 'builtins')
    return not isinstance(module, str) or module.partition('.')[0] in LIBRARY


def spaces_of(value):
    """Its dictionaries."""
    classes = value.__mro__ if issubclass(type(value), type) else type(value).__mro__
    try:
        own = object.__getattribute__(value, '__dict__')
    except (AttributeError, TypeError):
        own = {}
    if type(own) is dict:
        yield own
    for kind in classes:
        if kind.__dict__.get('__module__') == '__main__':
            yield dict(kind.__dict__)
