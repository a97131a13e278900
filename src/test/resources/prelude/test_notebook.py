import builtins


class Failures:
    def __init__(self):
        self.complaints, self.sources = [], {}

    def told(self, kind, value, trace):
        self.format = lambda: [kind.__name__, '\n']
        return self

    def complain(self, text):
        self.complaints.append(text)

    def remember_source(self, filename, source):
        self.sources[filename] = source


class Script:
    path = '/home/a.ipynb'
    lines = {}


def played(load, *cells):
    """The namespace, what was noted and the failures; a cell is source, may_fail, skipped."""
    notes, failures, space = [], Failures(), {'printed': []}
    space['print'] = space['printed'].append
    full = [(f'cell {i + 1} (of {len(cells)})', *cell) for i, cell in enumerate(cells)]
    notebook = load('notebook').Notebook(Script, full, failures, notes.append,
                                         lambda name, source, note: source)
    plain = builtins.print
    load('notebook').print = space['printed'].append
    try:
        notebook.run(space)
    finally:
        load('notebook').print = plain
    return space, notes, failures


def test_cells_share_a_namespace(load):
    space, notes, _ = played(load, ('x = 1', False, False), ('x += 1', False, False))
    assert space['x'] == 2 and notes == ['cell 1 (of 2)', 'cell 2 (of 2)']


def test_the_last_value_is_shown(load):
    space, _, _ = played(load, ("'a' * 2", False, False), ('None', False, False),
                         ('_ + "b"', False, False))
    assert space['printed'] == ["'aa'", "'aab'"]


def test_unless_it_ends_with_a_semicolon(load):
    space, _, _ = played(load, ('1;', False, False))
    assert space['printed'] == [] and '_' not in space


def test_skipped_and_empty_cells(load):
    space, notes, _ = played(load, ('x = 1', False, True), (' \n', False, False))
    assert 'x' not in space and notes == ['cell 1 (of 2) skipped, as it is tagged']


def test_a_failure_ends_the_notebook(load):
    try:
        played(load, ('1 / 0', False, False), ('x = 1', False, False))
    except ZeroDivisionError:
        return
    assert False


def test_unless_the_cell_may_fail(load):
    space, notes, failures = played(load, ('1 / 0', True, False), ('x = 1', False, False))
    assert space['x'] == 1 and failures.complaints == ['ZeroDivisionError\n']
    assert notes[1] == 'cell 1 (of 2) may fail, as it is tagged'


def test_an_exit_ends_it_all_the_same(load):
    try:
        played(load, ('raise SystemExit(3)', True, False))
    except SystemExit as stop:
        assert stop.code == 3
        return
    assert False


def test_sources_are_there_for_tracebacks(load):
    failures = played(load, ('x = 1', False, False))[2]
    assert failures.sources == {'/home/a.ipynb, cell 1': 'x = 1'}


def test_display_is_there(load):
    played(load)
    assert builtins.display.__name__ == 'display' and builtins.display() is None
