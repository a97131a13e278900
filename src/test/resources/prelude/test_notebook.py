class Failures:
    def __init__(self):
        self.complaints = []

    def told(self, kind, value, trace):
        self.format = lambda: [kind.__name__, '\n']
        return self

    def complain(self, text):
        self.complaints.append(text)


class Runner:
    def begin(self, space):
        self.space = space

    async def run(self, name, source):
        exec(source, self.space)


def played(load, *cells):
    """The namespace, what was noted and the failures; a cell is source, may_fail, skipped."""
    notes, failures, space = [], Failures(), {}
    full = [(f'cell {i + 1} (of {len(cells)})', *cell) for i, cell in enumerate(cells)]
    needed = []

    def drive(coroutine, needs_loop):
        needed.append(needs_loop)
        load('awaiting').drive(coroutine, False)

    load('notebook').Notebook(full, failures, notes.append, Runner(), drive).run(space)
    return space, notes, failures, needed[0]


def test_cells_run_in_their_order(load):
    space, notes, _, _ = played(load, ('x = 1', False, False), ('x += 1', False, False))
    assert space['x'] == 2 and notes == ['cell 1 (of 2)', 'cell 2 (of 2)']


def test_skipped_and_empty_cells(load):
    space, notes, _, _ = played(load, ('x = 1', False, True), (' \n', False, False))
    assert 'x' not in space and notes == ['cell 1 (of 2) skipped, as it is tagged']


def test_a_failure_ends_the_notebook(load):
    try:
        played(load, ('1 / 0', False, False), ('x = 1', False, False))
    except ZeroDivisionError:
        return
    assert False


def test_unless_the_cell_may_fail(load):
    space, notes, failures, _ = played(load, ('1 / 0', True, False), ('x = 1', False, False))
    assert space['x'] == 1 and failures.complaints == ['ZeroDivisionError\n']
    assert notes[1] == 'cell 1 (of 2) failed, and the notebook goes on'


def test_an_exit_ends_it_all_the_same(load):
    try:
        played(load, ('raise SystemExit(3)', True, False))
    except SystemExit as stop:
        assert stop.code == 3
        return
    assert False


def test_a_loop_only_where_one_may_be_used(load):
    assert not played(load, ('x = 1', False, False))[3]
    assert played(load, ('"await"', False, False))[3] and played(load, ('"asyncio"', False, False))[3]
