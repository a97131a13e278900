import sys


class Queue:
    pass


class Stream:
    flushed = 0

    def flush_all(self):
        self.flushed += 1


class Owner:
    pass


class Lock:
    _holder = 5


class Barrier:
    """A library's class; its file is not the script's."""


exec(compile('def wait(self, getframe): return getframe()', '/lib/library.py', 'exec'), globals())
Barrier.wait = globals().pop('wait')


def parts(load):
    script = load('script').Script()
    script.path, script.module = __file__, Owner()
    places = load('places').Places(script)
    waits = load('waits').Waits(load('per_thread').PerThread, places, script, ())
    stream = Stream()
    lookout = load('lookout').Lookout(script, places, waits, (stream, stream), Queue)
    return lookout, waits, script, stream


def seen(load, kind, target, frame, may_end=False, script_has=None):
    """The row that is told of a wait, without its ident."""
    lookout, waits, script, _ = parts(load)
    script.module.__dict__.update(script_has or {})
    (row,) = waits.noted((kind, target, frame, may_end), lookout.look)
    return row[1:]


def here(frame, off=0):
    return f'test_lookout.py:{frame.f_lineno + off}'


def test_nobody_waits(load):
    lookout, _, _, stream = parts(load)
    assert lookout.look() == [] and stream.flushed == 2


def test_a_sleep(load):
    kind, what, place, holder = seen(load, 'sleep', None, sys._getframe(), True)
    assert (kind, what, holder) == ('sleep', '', 0) and place.startswith('test_lookout.py:')


def test_a_lock_and_who_holds_it(load):
    lock = Lock()
    row = seen(load, 'lock', lock, sys._getframe(), script_has={'forks': lock})
    assert (row[0], row[3]) == ('lock', 5)
    assert row[1] == 'Lock forks', row


def test_a_lock_in_an_attribute(load):
    table = Owner()
    table.left = Lock()
    row = seen(load, 'lock', table.left, sys._getframe(), script_has={'table': table})
    assert row[1] == 'Lock table.left', row


def test_a_lock_in_a_variable_of_a_function(load):
    mine = Lock()
    assert seen(load, 'lock', mine, sys._getframe())[1] == 'Lock mine'


def test_a_lock_without_a_name(load):
    assert seen(load, 'lock', Lock(), sys._getframe())[1] == 'Lock'


def test_who_waits_with_a_timeout_needs_nobody(load):
    assert seen(load, 'lock', Lock(), sys._getframe(), may_end=True)[3] == 0


def test_a_join(load):
    class Thread:
        name, ident = 'worker', 9

    assert seen(load, 'join', Thread, sys._getframe())[1::2] == ['thread worker', 9]
    assert seen(load, 'join', None, None) == ['join', 'the other threads', '', 0]


def test_a_condition_and_a_queue(load):
    assert seen(load, 'wait', Owner(), sys._getframe())[1] == 'Owner.wait'
    assert seen(load, 'wait', Queue(), sys._getframe())[1] == 'Queue.get'


def test_a_lock_of_the_library(load):
    frame = Barrier().wait(sys._getframe)
    kind, what, place, holder = seen(load, 'lock', Lock(), frame)
    assert (kind, what, holder) == ('wait', 'Barrier.wait', 0)
    assert place.startswith('test_lookout.py:'), place


def test_a_lock_of_threading_itself(load):
    assert seen(load, 'lock', Lock(), None) == ['wait', 'Lock.acquire', '', 0]
