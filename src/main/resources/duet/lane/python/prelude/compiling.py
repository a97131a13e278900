"""A script is read, and checked before it runs."""

import warnings
from os.path import basename

ONLY_AST = 0x400  # ast.PyCF_ONLY_AST


class Compiling:
    """Makes the script ready to run."""

    def __init__(self, script, set_pace, import_early, syntax_error, make_notebook, builtins_name):
        self._script = script
        self._set_pace = set_pace
        self._import_early = import_early
        self._syntax_error = syntax_error
        self._make_notebook = make_notebook
        self._builtins_name = builtins_name

    def compile(self, path, text, speed, arguments):
        """Compiles; returns what is wrong, or an empty string."""
        self._get_ready(path, text, speed, arguments)
        try:
            with warnings.catch_warnings(record=True) as self._script.warnings:
                code = compile(text, path, 'exec', dont_inherit=True)
                if self._builtins_name.is_in(text):
                    tree = compile(text, path, 'exec', ONLY_AST, dont_inherit=True)
                    code = compile(self._builtins_name.as_module(tree), path, 'exec',
                                   dont_inherit=True)
            self._script.code, self._script.code_path = code, code.co_filename
            self._script.lines[code.co_filename] = text.splitlines()
            return ''
        except SyntaxError as error:
            return self._syntax_error(path, text, error)
        except (ValueError, RecursionError, MemoryError) as error:  # a NUL, or too deeply nested
            return f'{basename(path)}: error: {error}'

    def compile_notebook(self, path, cells, speed, arguments):
        """Takes a notebook's cells, which are not compiled before their turn comes."""
        cells = [(str(name), str(source), may_fail, skipped)
                 for name, source, may_fail, skipped in cells]
        text = '\n'.join(source for _, source, _, _ in cells)
        self._get_ready(path, text + ' asyncio' * ('await' in text), speed, arguments)
        self._script.notebook = self._make_notebook(cells)
        return ''

    def _get_ready(self, path, text, speed, arguments):
        self._import_early(text)
        self._set_pace(speed)
        self._script.is_given = True
        self._script.path = self._script.code_path = path
        self._script.arguments = [str(argument) for argument in arguments]
