def cleaned(load, source):
    notes = []
    return load('magics').without_magics('cell 3', source, notes.append), notes


def test_python_stays_as_it_is(load):
    source = "x = 7 % 4\nprint('%d?' % x)\n"
    assert cleaned(load, source) == (source, [])


def test_lines_are_left_out_and_told(load):
    source, notes = cleaned(load, 'import os\n%matplotlib inline\n!ls\nx = 1')
    assert source == 'import os\npass\npass\nx = 1'
    assert notes == ['cell 3 line 2 skipped: %matplotlib inline', 'cell 3 line 3 skipped: !ls']


def test_in_a_block_and_over_several_lines(load):
    source, notes = cleaned(load, 'if True:\n    !ls \\\n  -l\n    x = 1')
    assert source == 'if True:\n    pass\n\n    x = 1'
    assert notes == ['cell 3 line 2 skipped: !ls \\']


def test_an_assignment_and_a_question(load):
    source, notes = cleaned(load, 'files = !ls\nprint?\n')
    assert source == 'pass\npass\n' and len(notes) == 2


def test_a_magic_for_a_whole_cell_of_python(load):
    source, notes = cleaned(load, '\n%%time\nx = 1')
    assert source == '\npass\nx = 1' and notes == ['cell 3 line 2 skipped: %%time']


def test_a_cell_of_another_language(load):
    assert cleaned(load, '%%bash\nls') == ('', ['cell 3 skipped: %%bash'])


def test_what_is_simply_wrong_is_left_for_python_to_tell(load):
    assert cleaned(load, 'x = = 1') == ('x = = 1', [])
    assert cleaned(load, 'x = \0') == ('x = \0', [])
