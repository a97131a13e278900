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
    place, own, called = places(load, __file__).of(frame)
    assert own is frame and called is None
    assert place.startswith('test_places.py:'), place


def test_what_the_script_called(load):
    here = sys._getframe()
    place, own, called = places(load, __file__).of(library(sys._getframe))
    assert place == f'test_places.py:{here.f_lineno - 1}', place
    assert own is here and called.f_code.co_name == 'call'


def test_nothing_of_the_script(load):
    assert places(load, '/home/other.py').of(sys._getframe()) == ('', None, None)
    assert places(load, __file__).of(None) == ('', None, None)


def test_the_callers_line(load):
    here = sys._getframe()
    assert library(places(load, __file__).called_from) == f'test_places.py:{here.f_lineno}'
