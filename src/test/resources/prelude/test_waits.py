import _thread
import sys


class Parts:
    """The waits of a script whose file is this one."""

    def __init__(self, load, *streams):
        self.script = load('script').Script()
        self.script.path = __file__
        self.script.is_given = True
        places = load('places').Places(self.script)
        self.waits = load('waits').Waits(load('per_thread').PerThread, places, self.script, streams)

    def rows(self):
        return [line.split(' ') for line in self.waits.all().splitlines()]


def test_a_wait_is_noted_while_it_lasts(load):
    waits = Parts(load).waits
    frame = sys._getframe()
    seen = waits.noted(('sleep', None, frame, True), waits.going_on)
    (ident, wait), = seen
    assert ident == _thread.get_ident()
    assert (wait.kind, wait.target, wait.may_end) == ('sleep', None, True)
    assert wait.frame is frame and wait.line == frame.f_lineno - 4 and wait.begin > 0
    assert waits.going_on() == []


def test_what_a_thread_has_printed_is_handed_over_before_it_waits_and_when_it_ends(load):
    class Stream:
        calls = 0

        def flush_own(self):
            self.calls += 1

    stream = Stream()
    waits = Parts(load, stream).waits
    assert waits.noted(('sleep', None, None, True), lambda: stream.calls) == 1
    waits.end()
    assert stream.calls == 2


def test_a_wait_that_is_over_is_told_with_its_function(load):
    parts = Parts(load)
    assert parts.waits.noted(('sleep', None, sys._getframe(), True), lambda x: x + 1, 4) == 5
    (ident, kind, begin, end, function, holder), = parts.rows()
    assert int(ident) == _thread.get_ident() and kind == 'sleep' and holder == '0'
    assert 0 < int(begin) <= int(end)
    assert function == 'test_a_wait_that_is_over_is_told_with_its_function'


def test_a_wait_that_fails_is_over_too(load):
    parts = Parts(load)
    try:
        parts.waits.noted(('wait', None, None, False), lambda: 1 / 0)
    except ZeroDivisionError:
        pass
    assert parts.waits.going_on() == [] and len(parts.rows()) == 1


def test_a_wait_within_a_wait_is_the_outer_one_again_afterwards(load):
    parts = Parts(load)
    waits = parts.waits

    def inner():
        waits.noted(('join', None, None, False), int)
        return [wait.kind for _, wait in waits.going_on()]

    assert waits.noted(('wait', None, None, False), inner) == ['wait']
    assert [row[1] for row in parts.rows()] == ['wait']


def test_waits_that_are_close_are_one(load):
    parts = Parts(load)
    load('waits').NEAR, near = 10**12, load('waits').NEAR
    try:
        for _ in range(3):
            parts.waits.noted(('sleep', None, sys._getframe(), True), int)
        assert len(parts.rows()) == 1
        parts.waits.noted(('join', None, sys._getframe(), True), int)
        assert [row[1] for row in parts.rows()] == ['sleep', 'join']
    finally:
        load('waits').NEAR = near


def test_a_live_session_remembers_nothing(load):
    parts = Parts(load)
    parts.script.is_given = False
    parts.waits.noted(('sleep', None, sys._getframe(), True), int)
    assert parts.rows() == []


def test_a_wait_that_goes_on_ends_at_zero(load):
    parts = Parts(load)
    rows = parts.waits.noted(('join', None, sys._getframe(), False), parts.rows)
    assert [(row[1], row[3]) for row in rows] == [('join', '0')]


def test_an_end_is_told(load):
    parts = Parts(load)
    parts.waits.end()
    (ident, kind, begin, end, function, holder), = parts.rows()
    assert (int(ident), kind, begin, function) == (_thread.get_ident(), 'end', end, '')


def test_who_can_end_a_wait(load):
    def holder(kind, target, frame):
        waits = Parts(load).waits
        return waits.noted((kind, target, frame, False), lambda: waits.going_on()[0][1].holder())

    class Target:
        _holder = 7
        ident = 8

    frame = sys._getframe()
    assert holder('lock', Target, frame) == 7
    assert holder('join', Target, frame) == 8
    assert holder('wait', Target, frame) == 0
    assert holder('join', None, None) == 0
    assert holder('lock', Target, None) == 0  # a library's
    Target._holder = Target.ident = None
    assert holder('lock', Target, frame) == 0 == holder('join', Target, frame)


def note_from_library(waits):
    """Notes a wait in a frame whose file is not the script's."""
    space = {'noted': waits.noted, 'getframe': sys._getframe}
    source = "def call(): noted(('lock', None, getframe(), False), int)"
    exec(compile(source, '/lib/library.py', 'exec'), space)
    space['call']()


def test_a_lock_that_a_library_waits_for_is_no_lock_of_the_script(load):
    parts = Parts(load)
    note_from_library(parts.waits)
    assert [(row[1], row[4]) for row in parts.rows()] == [('wait', 'note_from_library')]


def test_a_lock_of_which_no_code_of_the_script_knows_is_none_either(load):
    parts = Parts(load)
    parts.waits.noted(('lock', None, None, False), int)
    assert [(row[1], row[4]) for row in parts.rows()] == [('wait', '')]


def test_what_a_generator_waits_for_has_the_line_of_its_user(load):
    """To another thread, GraalPy does not tell who called a generator."""
    parts = Parts(load)
    space = {'noted': parts.waits.noted, 'getframe': sys._getframe}
    source = "def each(): yield noted(('lock', None, getframe(), False), call)"
    exec(compile(source, '/lib/library.py', 'exec'), space)
    ended, seen, line = _thread.allocate_lock(), [], []
    ended.acquire()
    space['call'] = ended.acquire

    def work():
        line.append(sys._getframe().f_lineno + 1)
        list(space['each']())

    _thread.start_new_thread(work, ())
    while not seen:
        seen = parts.waits.going_on()
    (_, wait), = seen
    ended.release()
    assert (wait.line, wait.function()) == (line[0], 'work')


class Condition:
    """One whose lock somebody holds."""

    def __init__(self):
        self._lock = self
        self._holder = 7


def test_who_takes_a_conditions_lock_back_waits_for_the_lock(load):
    parts = Parts(load)
    waits, frame, condition = parts.waits, sys._getframe(), Condition()
    seen = []

    def take_back():
        waits.noted(('lock', condition._lock, None, False), lambda: seen.extend(waits.going_on()))

    load('waits').NEAR, near = 10**12, load('waits').NEAR
    try:
        waits.noted(('wait', condition, frame, True), take_back)
    finally:
        load('waits').NEAR = near
    (_, wait), = seen
    assert (wait.kind, wait.condition, wait.holder(), wait.may_end) == ('lock', condition, 7, False)
    assert wait.frame is frame and wait.line > 0
    assert [row[1] for row in parts.rows()] == ['wait'], 'it was short'


def test_the_time_for_which_the_lock_was_waited_for_is_told_apart(load):
    parts = Parts(load)
    waits, condition = parts.waits, Condition()
    load('waits').NEAR, near = 0, load('waits').NEAR
    try:
        waits.noted(
            ('wait', condition, sys._getframe(), False),
            lambda: waits.noted(('lock', condition._lock, None, False), int))
    finally:
        load('waits').NEAR = near
    rows = parts.rows()
    assert [(row[1], row[5]) for row in rows] == [('wait', '0'), ('lock', '7'), ('wait', '0')], rows
    assert [row[2] for row in rows[1:]] == [row[3] for row in rows[:-1]], rows


def test_a_condition_of_the_library_keeps_its_lock_to_itself(load):
    parts = Parts(load)
    waits, condition = parts.waits, Condition()
    seen = []

    def take_back():
        waits.noted(('lock', condition._lock, None, False), lambda: seen.extend(waits.going_on()))

    space = {'noted': waits.noted, 'getframe': sys._getframe, 'call': take_back, 'own': condition}
    source = "def get(): noted(('wait', own, getframe(), False), call)"
    exec(compile(source, '/lib/library.py', 'exec'), space)
    space['get']()
    assert [wait.kind for _, wait in seen] == ['wait']
