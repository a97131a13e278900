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


class Names:
    def __init__(self, name):
        self.of = lambda target, frame: name


class Tasks:
    def look(self):
        return [[-1, 'wait', 'Event.wait', 'x.py:1', 0, 'task a']]


def parts(load, name=''):
    script = load('script').Script()
    script.path = __file__
    places = load('places').Places(script)
    waits = load('waits').Waits(load('per_thread').PerThread, places, script, ())
    stream = Stream()
    observer = load('observer').Observer(
        Names(name), places, waits, (stream, stream), Queue, load('threads').shown_name, Tasks())
    return observer, waits, stream


def seen(load, kind, target, frame, may_end=False, name=''):
    """The row that is told of a wait, without its ident."""
    observer, waits, _ = parts(load, name)
    row, _ = waits.noted((kind, target, frame, may_end), observer.look)
    return row[1:]


def here(frame, off=0):
    return f'test_observer.py:{frame.f_lineno + off}'


def test_nobody_waits(load):
    observer, _, stream = parts(load)
    assert observer.look() == Tasks().look() and stream.flushed == 2


def test_a_sleep(load):
    kind, what, place, holder, _ = seen(load, 'sleep', None, sys._getframe(), True)
    assert (kind, what, holder) == ('sleep', '', 0) and place.startswith('test_observer.py:')


def test_an_event_loop(load):
    class Loop:
        def _run_once(self):
            """As asyncio's."""

    assert seen(load, 'wait', Loop(), sys._getframe())[1] == 'for work for its event loop'


def test_a_lock_its_name_and_who_holds_it(load):
    row = seen(load, 'lock', Lock(), sys._getframe(), name='forks[2]')
    assert row == ['lock', 'Lock forks[2]', row[2], 5, ''], row


def test_a_lock_without_a_name(load):
    assert seen(load, 'lock', Lock(), sys._getframe())[1] == 'Lock'


def test_the_lock_of_a_condition(load):
    class Condition:
        _lock = Lock()

    observer, waits, _ = parts(load, 'ready')
    row, _ = waits.noted(
        ('wait', Condition(), sys._getframe(), True),
        lambda: waits.noted(('lock', Condition._lock, None, False), observer.look))
    assert row[1:3] == ['lock', 'the lock of Condition ready'] and row[4] == 5, row


def test_who_waits_with_a_timeout_needs_nobody(load):
    assert seen(load, 'lock', Lock(), sys._getframe(), may_end=True)[3] == 0


def test_a_join(load):
    class Thread:
        name, ident = 'Thread-1 (work)', 9

    assert seen(load, 'join', Thread, sys._getframe())[1:4:2] == ['thread Thread-1', 9]
    assert seen(load, 'join', None, None) == ['join', 'the other threads', '', 0, '']


def test_a_worker_without_work(load):
    assert seen(load, 'wait', Queue(), None)[1] == 'for work for its pool: nobody called shutdown()'


def test_a_condition_and_a_queue(load):
    assert seen(load, 'wait', Owner(), sys._getframe())[1] == 'Owner.wait'
    assert seen(load, 'wait', Queue(), sys._getframe())[1] == 'Queue.get'


def test_a_lock_of_the_library(load):
    frame = Barrier().wait(sys._getframe)
    kind, what, place, holder, _ = seen(load, 'lock', Lock(), frame)
    assert (kind, what, holder) == ('wait', 'Barrier.wait', 0)
    assert place.startswith('test_observer.py:'), place


def test_a_lock_of_threading_itself(load):
    assert seen(load, 'lock', Lock(), None) == ['wait', 'Lock.acquire', '', 0, '']
