def wrong(load, text):
    try:
        compile(text, '/home/a.py', 'exec')
    except SyntaxError as error:
        return load('syntax').syntax_error('/home/a.py', text, error).split('\n')
    assert False


def test_place_line_and_caret(load):
    place, line, caret = wrong(load, 'x = 1\ny = = 2\n')
    assert place.startswith('a.py:2: SyntaxError: '), place
    assert line == 'y = = 2' and caret == '    ^', caret


def test_a_tab_stays_a_tab(load):
    place, line, caret = wrong(load, 'if x:\n\ty = = 2\n')
    assert line == '\ty = = 2' and caret == '\t    ^', caret


def test_a_colon_is_missing_where_it_belongs(load):
    place, line, caret = wrong(load, 'def f()\n\n    return 1\n')
    assert place.startswith('a.py:1: '), place
    assert (line, caret) == ('def f()', '       ^'), caret


def test_an_error_without_a_line(load):
    class Error:
        lineno = offset = None
        msg = 'odd'

    assert load('syntax').syntax_error('/home/a.py', '', Error()) == 'a.py: Error: odd'
