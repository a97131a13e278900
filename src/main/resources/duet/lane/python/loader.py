"""Loads the prelude's modules. Evaluates to the function `make_loader`."""


def make_loader(text, kept, keeps=None):
    """Returns the function that loads a module by its name, at most once.

    Such a module is no entry of sys.modules, and lies in no folder: no script can import it, and no
    script's module is taken for it. What it imports and defines is in a namespace of its own.

    text -- all modules, each below a line with its name
    kept -- the file in which their code is kept, since parsing takes longer than all the rest
    keeps -- whether to write that file; otherwise Python's own setting for its files decides
    """
    import marshal
    import os
    import sys

    Module = type(sys)
    modules = {}

    def load(name):
        if name not in modules:
            module = modules[name] = Module('__main__')
            exec(marshal.loads(code[name]), module.__dict__)
        return modules[name]

    load.marshalled = lambda name: code[name]  # for the Python of another process

    def kept_code():
        """The code, if it was compiled from the same text by the same Python."""
        try:
            with open(kept, 'rb') as file:
                version, source, code = marshal.loads(file.read())
        except (OSError, EOFError, TypeError, ValueError):
            return None
        return code if version == sys.version and source == text else None

    def compiled():
        code = {}
        for part in text.split('\n#: ')[1:]:
            name, _, source = part.partition('\n')
            code[name] = marshal.dumps(compile(source, '<duet>', 'exec', dont_inherit=True))
        return code

    def keep():
        """Several hosts may do so at once, and others may read meanwhile."""
        mine = f'{kept}.{os.getpid()}'
        try:
            with open(mine, 'wb') as file:
                file.write(marshal.dumps((sys.version, text, code)))
            os.replace(mine, kept)
        except OSError:
            pass  # it will be compiled again

    code = kept_code()
    if code is None:
        code = compiled()
        if kept and (not sys.dont_write_bytecode if keeps is None else keeps):
            keep()
    return load


make_loader
