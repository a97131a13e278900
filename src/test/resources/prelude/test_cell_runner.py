import builtins
import sys


class Script:
    path = '/home/a.ipynb'

    def __init__(self):
        self.lines = {}


class Played:
    """Cells that were run, and what came of them."""

    def __init__(self, load, *cells):
        self.script, self.sources, self.notes, self.printed = Script(), {}, [], []
        self.space = {'printed': self.printed, '__name__': '__main__'}
        runner = load('cell_runner').CellRunner(
            self.script, self.sources.__setitem__, self.notes.append,
            lambda: self.printed.append('|'), self.notes.append, load)
        kept = {name: getattr(builtins, name, None) for name in ('get_ipython', 'display')}
        modules = set(sys.modules)
        load('cell_runner').print = self.printed.append
        try:
            runner.begin(self.space)
            load('awaiting').drive(self.run(runner, cells), False)
        finally:
            del load('cell_runner').print
            for name in set(sys.modules) - modules:
                if name.startswith('IPython'):
                    del sys.modules[name]
            for name, value in kept.items():
                if value is None:
                    delattr(builtins, name)
                else:
                    setattr(builtins, name, value)

    async def run(self, runner, cells):
        for index, source in enumerate(cells):
            await runner.run(f'cell {index + 1} (of {len(cells)})', source)


def test_cells_share_a_namespace(load):
    played = Played(load, 'x = 1', 'x += 1')
    assert played.space['x'] == 2 and played.printed == []


def test_the_last_value_is_shown_on_a_line_of_its_own(load):
    played = Played(load, "'a' * 2", 'None', '_ + "b"', 'if True: 1', '_, __, Out[3], _1, In[2]')
    assert played.printed == ['|', "'aa'", '|', "'aab'", '|', "('aab', 'aa', 'aab', 'aa', 'None')"]


def test_unless_it_ends_with_a_semicolon(load):
    played = Played(load, '1;', '1; # why')
    assert played.printed == [] and played.space['_'] == ''


def test_other_values_may_be_shown(load):
    all_values = "get_ipython().__class__.ast_node_interactivity = 'all'"
    kind = load('shell').InteractiveShell
    try:
        assert Played(load, all_values, '1\nx = 2\nx').printed == ['|', '1', '|', '2']
        kind.ast_node_interactivity = 'last_expr_or_assign'
        assert Played(load, '1\nx = 2').printed == ['|', '2']
        kind.ast_node_interactivity = 'none'
        assert Played(load, '1').printed == []
    finally:
        kind.ast_node_interactivity = 'last_expr'


def test_an_object_may_show_itself(load):
    source = 'class A:\n  def _ipython_display_(self): printed.append("own")\nA()'
    assert Played(load, source).printed == ['own']


def test_html_is_for_pages(load):
    source = 'class A:\n  def __repr__(self): return "A!"\n  def _repr_html_(self): return "<b>"\nA()'
    played = Played(load, source, 'from IPython.display import HTML, Markdown',
                    'HTML("<i>")', 'display(Markdown("*"))')
    assert played.notes == ['<b>', '<i>'] and played.printed[1] == 'A!'


def test_cells_that_await(load):
    source = ('class Later:\n  def __await__(self):\n    return 3\n    yield\n'
              'x = await Later()\ny = x + 1\nawait Later() + y')
    played = Played(load, source)
    assert played.printed == ['|', '7'] and played.space['x'] == 3


def test_magics_of_a_line_alone_need_no_sign(load):
    played = Played(load, 'config a', 'config = 2', 'config', 'config\nx = 1')
    assert played.notes == ['cell 1 (of 4) line 1 skipped: %config a']
    assert played.printed == ['|', '2']


def test_what_is_not_played_is_told(load):
    played = Played(load, 'x = 1\nif x:\n    %config a', '\n%%nothing\ncell', 'x = %nothing b')
    assert played.notes == ['cell 1 (of 3) line 3 skipped: %config a', 'cell 2 (of 3) skipped: %%nothing',
                            'cell 3 (of 3) line 1 skipped: %nothing b']


def test_a_cell_in_a_cell_keeps_its_lines(load):
    try:
        Played(load, 'def f(): pass', '\n%%capture\nx = 1\n1 / 0')
    except ZeroDivisionError as error:
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        assert trace.tb_lineno == 4 and trace.tb_frame.f_code.co_filename == '/home/a.ipynb, cell 2'
        return
    assert False


def test_the_future_lasts(load):
    played = Played(load, 'from __future__ import annotations', 'def f(x: Unknown): pass')
    assert played.space['f'].__annotations__ == {'x': 'Unknown'}


def test_sources_are_there_for_tracebacks(load):
    played = Played(load, '  x = 1\n  %config')
    assert played.sources == {'/home/a.ipynb, cell 1': '  x = 1\n  %config'}
    assert played.script.lines == {'/home/a.ipynb, cell 1': ['  x = 1', '  %config']}
