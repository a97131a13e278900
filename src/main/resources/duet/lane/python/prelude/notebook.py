"""A notebook: its cells run one after the other, as in Jupyter."""

import ast
import builtins


def display(*values):
    """Shows values, as in Jupyter."""
    for value in values:
        print(repr(value))


class Notebook:
    """Runs a notebook's cells. Each one is compiled when its turn comes."""

    def __init__(self, script, cells, failures, note, without_magics):
        """
        cells -- of each its name and source, whether it may fail, whether to skip it
        note -- tells the reader something that the script does not print
        """
        builtins.display = display
        self._script = script
        self._cells = cells
        self._failures = failures
        self._note = note
        self._without_magics = without_magics

    def run(self, space):
        """Runs the cells in a namespace, until one fails."""
        for name, source, may_fail, skipped in self._cells:
            if not source.strip():
                continue
            if skipped:
                self._note(f'{name} skipped, as it is tagged')
                continue
            self._note(name)
            try:
                self._run_cell(space, name, source)
            except SystemExit:
                raise
            except BaseException as error:
                if not may_fail:
                    raise
                told = self._failures.told(type(error), error, error.__traceback__)
                self._failures.complain(''.join(told.format()))
                self._note(f'{name} may fail, as it is tagged')

    def _run_cell(self, space, name, source):
        filename = f"{self._script.path}, {name.partition(' (')[0]}"
        source = self._without_magics(name, source, self._note)
        self._failures.remember_source(filename, source)
        self._script.lines[filename] = source.splitlines()
        tree = compile(source, filename, 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, filename, 'exec', dont_inherit=True), space)
        if last is not None:
            value = ast.Expression(last.value)
            value = eval(compile(value, filename, 'eval', dont_inherit=True), space)
            if value is not None and not source.rstrip().endswith(';'):
                space['_'] = value
                print(repr(value))
