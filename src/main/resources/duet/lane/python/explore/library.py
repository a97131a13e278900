"""Copies of the library's modules in which threads, locks and time are those of a schedule."""

import builtins
import os
import sys
from _frozen_importlib_external import PathFinder
from collections import OrderedDict, deque
from itertools import count
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary

Module = type(sys)

# modules of the library that use threads, and so are copied
COPIED = frozenset(('asyncio', 'concurrent', 'logging', 'queue', 'random', 'sched',
                    'threading'))

# what nobody can schedule, and how it is called
REFUSED = {
    'multiprocessing': 'processes', 'subprocess': 'other programs', 'pty': 'other programs',
    'concurrent.futures.process': 'processes', 'ctypes': 'code in C', 'mmap': 'shared memory',
    'signal': 'signals', 'socket': 'sockets', 'socketserver': 'sockets', 'select': 'sockets',
    'selectors': 'sockets', 'ssl': 'sockets', 'http.client': 'sockets', 'http.server': 'sockets',
    'urllib.request': 'sockets', 'ftplib': 'sockets', 'smtplib': 'sockets', 'xmlrpc': 'sockets',
    '_posixsubprocess': 'other programs', 'faulthandler': 'what watches Python itself',
}
CONTAINERS = (dict, list, set, deque, OrderedDict, WeakSet, WeakKeyDictionary, WeakValueDictionary)
Next = type(count().__next__)


class Library:
    """Imports for scripts. A copy is made once, and is as new for each schedule."""

    def __init__(self, is_playing, refuse, made, adapt, find_own):
        """
        is_playing -- tells whether a schedule is played
        refuse -- is called with what nobody can schedule
        made -- modules that are made anew, by name
        adapt -- functions that change a copy, by its name
        find_own -- finds the code of a module of the script, or None
        """
        self._is_playing = is_playing
        self._refuse = refuse
        self._made = made
        self._adapt = adapt
        self._find_own = find_own
        self._copies = {}
        self._own = {}
        self._kept = {}
        self._plain_import = plain(builtins.__import__)
        if takes_builtins():
            self.builtins = dict(builtins.__dict__)
        else:  # GraalPy
            self.builtins = builtins.__dict__
        self.builtins['__import__'] = in_place_of(self._plain_import, self.import_module)

    # -- imports

    def import_module(self, name, globals=None, locals=None, fromlist=(), level=0):
        """What a statement `import` calls."""
        if not self._is_for(globals):
            return self._plain_import(name, globals, locals, fromlist, level)
        if level:
            package = (globals or {}).get('__package__') or ''
            if package.partition('.')[0] not in COPIED and package not in self._own:
                return self._plain_import(name, globals, locals, fromlist, level)
            base = package.rsplit('.', level - 1)[0]
            name = f'{base}.{name}' if name else base
        importer = (globals or {}).get('__name__', '')
        module = self.get(name, importer.partition('.')[0] in COPIED)
        if module is None:
            return self._plain_import(name, globals, locals, fromlist, 0)
        if not fromlist:
            return self.get(name.partition('.')[0], True)
        if hasattr(module, '__path__'):
            for part in fromlist:
                if not hasattr(module, part) and part != '*':
                    self.get(f'{name}.{part}', True)
        return module

    def _is_for(self, space):
        """Whether an import in a module with these variables is one of a copy, or of a script."""
        if space is None:
            return False
        copy = self._copies.get(space.get('__name__'))
        if copy is not None and copy.__dict__ is space:
            return True
        return self._is_playing() and not is_of_library(space)

    def get(self, name, for_library=False):
        """A module that is made, copied or the script's own; None if it is any other one."""
        if name in self._made:
            return self._made[name]
        if name in self._copies:
            return self._copies[name]
        if name in self._own:
            return self._own[name]
        if not for_library or name in ('concurrent.futures.process', 'multiprocessing'):
            what = REFUSED.get(name) or REFUSED.get(name.partition('.')[0])
            if what is not None:
                self._refuse(f'{what} ({name})')
        elif name == '_asyncio':
            raise ImportError('the copy uses what is written in Python')
        if name.partition('.')[0] in COPIED:
            return self._copy(name)
        return self._import_own(name)

    def _copy(self, name):
        package, _, last = name.rpartition('.')
        parent = self.get(package, True) if package else None
        spec = PathFinder.find_spec(name, parent.__path__ if parent else library_path())
        if spec is None:
            if parent is None:
                return None
            return None if hasattr(parent, last) else missing(name)
        code = spec.loader.get_code(name)
        module = Module(name)
        module.__spec__ = spec
        module.__file__ = spec.origin
        module.__package__ = package if spec.submodule_search_locations is None else name
        if spec.submodule_search_locations is not None:
            module.__path__ = list(spec.submodule_search_locations)
        module.__builtins__ = self.builtins
        self._copies[name] = module
        if parent is not None:
            setattr(parent, last, module)  # at once: modules import each other
        try:
            exec(code, module.__dict__)
            if name in self._adapt:
                self._adapt[name](module)
        except BaseException:
            for copied in [*self._copies]:
                if copied == name or copied.startswith(name + '.'):
                    del self._copies[copied]
            raise
        if parent is not None:
            self.keep(package)
        self.keep(name)
        return module

    def _import_own(self, name):
        """A module that lies beside the script: each schedule has a new one."""
        found = self._find_own(name)
        if found is None:
            return None
        code, path, is_package = found
        module = Module(name)
        module.__file__ = path
        module.__package__ = name if is_package else name.rpartition('.')[0]
        if is_package:
            module.__path__ = [os.path.dirname(path)]
        module.__builtins__ = self.builtins
        package, _, last = name.rpartition('.')
        parent = self.get(package) if package else None
        self._own[name] = module
        exec(code, module.__dict__)
        if parent is not None:
            setattr(parent, last, module)
        return module

    # -- as new

    def keep(self, name):
        """Notes what a copy is like, so that it can be made like that again."""
        space = self._copies[name].__dict__
        changing = [(key, type(value), copy_of(value)) for key, value in space.items()
                    if key[:2] != '__' and type(value) in CONTAINERS]
        counters = [(key, counter(value)) for key, value in space.items()
                    if type(value) in (count, Next) and counter(value) is not None]
        locks = [value for value in space.values() if hasattr(type(value), 'approach')]
        own = self._copies[name]
        counting = [(kind, counter(kind._counter)) for kind in space.values()
                    if isinstance(kind, type) and kind.__module__ == own.__name__
                    and type(kind.__dict__.get('_counter')) is Next]
        self._kept[name] = space, dict(space), changing, counters, locks, counting

    def keep_all(self):
        for name in self._copies:
            self.keep(name)

    def restart(self):
        """Makes all copies as new."""
        self._own.clear()
        for space, kept, changing, counters, locks, counting in self._kept.values():
            if len(space) != len(kept):
                space.clear()
            space.update(kept)
            for key, kind, value in changing:
                container = space[key]
                if len(container) or len(value):
                    refill(container, kind, value)
            for key, (first, is_next) in counters:
                space[key] = count(first).__next__ if is_next else count(first)
            for lock in locks:
                lock.__init__()
            for kind, (first, _) in counting:
                kind._counter = count(first).__next__


def in_place_of(original, function):
    """A function that replaces a built-in one, and knows which."""
    def replacement(*arguments, **keywords):
        return function(*arguments, **keywords)

    replacement.plain = original
    return replacement


def plain(function):
    """The built-in function, if another engine has replaced it."""
    return getattr(function, 'plain', function)


def takes_builtins():
    """Whether a module may have built-in functions of its own."""
    try:
        exec('there', {'__builtins__': {'there': 0}})
        return True
    except NameError:
        return False


def is_of_library(space):
    """Whether a module's variables are those of a module that is no copy and not the script's."""
    name = space.get('__name__')
    if name == '__main__':
        return False
    module = sys.modules.get(name)
    return module is not None and module.__dict__ is space


def library_path():
    folder = os.path.dirname(os.__file__)
    return [folder, *[path for path in sys.path if path != folder]]


def missing(name):
    raise ModuleNotFoundError(f'No module named {name!r}', name=name)


def copy_of(container):
    return dict(container) if hasattr(container, 'items') else list(container)


def refill(container, kind, value):
    container.clear()
    if kind in (list, deque):
        container.extend(value)
    else:
        container.update(value)


def counter(value):
    """With what a counter goes on, and whether it is its method `__next__`."""
    is_next = type(value) is Next
    counted = getattr(value, '__self__', None) if is_next else value
    if type(counted) is not count:
        return None
    return int(repr(counted)[6:-1].partition(',')[0]), is_next
