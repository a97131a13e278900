import sys


def places(load, path):
    script = load('script').Script()
    script.path = path
    return load('places').Places(script)


SPACE = {}
exec(compile('def call(f, *a): return f(*a)', '/lib/library.py', 'exec'), SPACE)
library = SPACE['call']  # its frame is not in this file


def test_the_script_itself(load):
    frame = sys._getframe()
    known = places(load, __file__)
    line, own, called = known.of(frame)
    assert own is frame and called is None
    assert known.told(line, own) == f'test_places.py:{frame.f_lineno - 2}'


def test_what_the_script_called(load):
    here = sys._getframe()
    line, own, called = places(load, __file__).of(library(sys._getframe))
    assert line == here.f_lineno - 1, line
    assert own is here and called.f_code.co_name == 'call'


def test_nothing_of_the_script(load):
    other = places(load, '/home/other.py')
    assert other.of(sys._getframe()) == (0, None, None)
    assert other.told(0, None) == ''
    assert places(load, __file__).of(None) == (0, None, None)


def test_a_file_goes_by_the_path_that_was_given(load):
    script = load('script').Script()
    script.path, script.code_path = '/home/./link.py', __file__
    known = load('places').Places(script)
    here = sys._getframe()
    line, own, _ = known.of(here)
    assert own is here and known.told(line, own) == f'link.py:{here.f_lineno - 1}'


def test_the_callers_line(load):
    here = sys._getframe()
    assert library(places(load, __file__).called_from) == f'test_places.py:{here.f_lineno}'
