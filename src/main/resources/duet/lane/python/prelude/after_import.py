"""Changes modules of the library as they are imported: most scripts import none of them, and all of
them take time."""

import sys


class AfterImport:
    """The first of the finders. It finds nothing itself: it has what the others find changed."""

    def __init__(self, changes):
        """changes -- for a module's name, what is called with the module once it is imported"""
        self._changes = changes

    def find_spec(self, name, path=None, target=None):
        change = self._changes.pop(name, None)
        if change is None:
            return None
        spec = self._found_by_others(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = Changing(spec.loader, change)
        return spec

    def _found_by_others(self, name, path, target):
        for finder in sys.meta_path:
            if finder is not self:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    return spec
        return None


class Changing:
    """Loads a module as its own loader does, and then has it changed."""

    def __init__(self, loader, change):
        self._loader = loader
        self._change = change

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        self._change(module)


def install(changes):
    """Has modules changed; those that are imported already, at once."""
    for name in [name for name in changes if name in sys.modules]:
        changes.pop(name)(sys.modules[name])
    sys.meta_path.insert(0, AfterImport(changes))
