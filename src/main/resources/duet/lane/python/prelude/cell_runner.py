"""One cell of a notebook runs, as Jupyter runs it."""

import ast
import builtins
import keyword
import sys
from itertools import groupby


LONGEST_HTML = 1_000_000


def html_form(value):
    """The HTML of an object that has one."""
    make = getattr(type(value), '_repr_html_', None)
    try:
        html = make(value) if make is not None else None
    except Exception:
        return None
    return html if isinstance(html, str) and len(html) < LONGEST_HTML else None


class CellRunner:
    """Runs cells in one namespace, and shows their values."""

    def __init__(self, script, remember_source, note, end_line, show_html, load):
        """
        remember_source -- lets tracebacks find the lines of a cell
        note -- tells the reader something that the script does not print
        end_line -- ends what the calling thread has printed without a line end
        show_html -- shows HTML on pages
        load -- loads modules of Duet
        """
        self._script = script
        self._remember_source = remember_source
        self._note = note
        self._end_line = end_line
        self._show_html = show_html
        self._load = load
        self._cells = load('cells')
        self._awaiting = load('awaiting')
        self._rich = load('rich')
        self._with_builtins = load('builtins_name').as_module
        self._name = self._filename = self._source = ''
        self._future = 0  # what the cells so far have imported from __future__

    def begin(self, space):
        """Puts into the namespace, and among the modules, what Jupyter has there."""
        kind = self._load('shell').InteractiveShell
        make = self._load('magics').magics
        self._shell = kind(space, self._run_source, self._skip,
                           lambda shell: make(shell, self._rich, self._skip))
        builtins.get_ipython = lambda: self._shell
        builtins.display = self._rich.display
        self._rich.install(kind, builtins.get_ipython, self._print_value,
                           lambda: self._note(f'{self._name} clears its output'))
        self._pretty = self._load('pretty').pretty
        self._space = space
        space.update(In=[''], Out={}, _='', __='', ___='')

    async def run(self, name, source):
        """Runs a cell.

        name -- what the reader calls it
        """
        self._name, self._source = name, source
        self._filename = f"{self._script.path}, {name.partition(' (')[0]}"
        self._remember_source(self._filename, source)
        self._script.lines[self._filename] = source.splitlines()
        self._space['In'].append(source)
        try:
            python = self._with_automagic(self._cells.python_of(source))
            for statements, is_shown in self._groups(python):
                if any(map(self._awaiting.awaits, statements)):
                    value = await self._coroutine(statements, is_shown)
                else:
                    value = self._value(statements, is_shown)
                if is_shown:
                    self._show(value)
        finally:
            self._shell.execution_count += 1

    def _with_automagic(self, python):
        """A line that begins with the name of a magic is one, unless the name is something else."""
        line = python.strip()
        name, _, rest = line.partition(' ')
        if '\n' in line or not self._shell.has_magic(name) or rest.lstrip()[:1] in ('=', ','):
            return python
        if name in self._space or hasattr(builtins, name) or keyword.iskeyword(name):
            return python
        return python.replace(line, self._cells.magic(name, rest.strip()))

    def _groups(self, python):
        """The statements that run together, and whether their value is shown. Those that await
        something are apart."""
        body = self._with_builtins(self._compiled(python, ast.PyCF_ONLY_AST)).body
        which = self._shell.ast_node_interactivity
        if which == 'last_expr_or_assign' and body and isinstance(body[-1], ast.Assign):
            value = ast.parse(ast.unparse(body[-1].targets[0]), mode='eval').body
            body.append(ast.Expr(ast.copy_location(value, body[-1])))
        last = body[-1] if body else None

        def kind(indexed):
            index, node = indexed
            shown = isinstance(node, ast.Expr) and (
                which == 'all' or which != 'none' and node is last)
            return shown and index + 1, self._awaiting.awaits(node)

        for (shown, _), group in groupby(enumerate(body), kind):
            yield [node for _, node in group], bool(shown)

    def _compiled(self, source, flags=0, mode='exec'):
        code = compile(source, self._filename, mode, flags | self._future, dont_inherit=True)
        for node in getattr(code, 'body', ()) if mode == 'exec' else ():
            if isinstance(node, ast.ImportFrom) and node.module == '__future__':
                self._keep_future(node.names)
        return code

    def _keep_future(self, names):
        import __future__
        for alias in names:
            self._future |= getattr(__future__, alias.name).compiler_flag

    def _value(self, statements, is_shown):
        """Runs statements; returns the value of an expression that is shown."""
        if is_shown:
            code = self._compiled(ast.Expression(statements[0].value), mode='eval')
            return eval(code, self._space)
        exec(self._compiled(ast.Module(statements, [])), self._space)

    def _coroutine(self, statements, is_shown):
        made = {}
        tree = self._awaiting.coroutine_of(statements, is_shown, self._filename)
        exec(self._compiled(tree), self._space, made)
        return made.popitem()[1]()

    def _run_source(self, source):
        """Runs Python that is a part of the cell; returns the value of its last expression."""
        value = None
        for statements, is_shown in self._groups(source):
            value = self._value(statements, is_shown)
        return value

    def _show(self, value):
        if value is None or self._cells.ends_quietly(self._source):
            return
        space, number = self._space, self._shell.execution_count
        self._print_value(value)
        space['___'], space['__'], space['_'] = space.get('__'), space.get('_'), value
        space[f'_{number}'] = space['Out'][number] = value

    def _print_value(self, value):
        own = getattr(type(value), '_ipython_display_', None)
        if own is not None:
            own(value)
        else:
            text = self._pretty(value)
            self._end_line()
            print(text)
            html = html_form(value)
            if html:
                self._show_html(html)

    def _skip(self, text):
        """Tells the reader what is not played, and where it is."""
        frame = sys._getframe()
        while frame is not None and frame.f_code.co_filename != self._filename:
            frame = frame.f_back
        is_cell = frame is None or text.startswith('%%')
        self._note(f'{self._name}{"" if is_cell else f" line {frame.f_lineno}"} skipped: {text}')
