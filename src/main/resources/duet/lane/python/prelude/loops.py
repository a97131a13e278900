"""Event loops of asyncio that have nothing to do."""

from _thread import allocate_lock
from sys import _getframe


def install(selector_events, noted, in_place_of):
    """Has a loop that only another thread can give something to do wait at a lock, as any thread
    waits for another one, and not at its selector. So it can be seen that it waits."""
    Loop = selector_events.BaseSelectorEventLoop
    if '_run_once' in Loop.__dict__:
        return  # this has been done
    plain_run_once, plain_write_to_self = Loop._run_once, Loop._write_to_self

    def run_once(self):
        waker = waker_of(self)
        while has_nothing_to_do(self):
            noted(('wait', self, _getframe(), False), waker.acquire)
            if self._selector.select(0):
                break  # otherwise the lock was released before the loop came to wait
        plain_run_once(self)

    def write_to_self(self):
        plain_write_to_self(self)
        waker = getattr(self, '_waker', None)
        if waker is not None and waker.locked():
            try:
                waker.release()
            except RuntimeError:
                pass  # another thread has just done so

    def has_nothing_to_do(loop):
        if loop._ready or loop._stopping or not all(timer._cancelled for timer in loop._scheduled):
            return False
        wakes = getattr(loop._write_to_self, '__func__', None)
        return wakes is write_to_self and listens_only_to_itself(loop)

    Loop._run_once = in_place_of(plain_run_once, run_once)
    Loop._write_to_self = in_place_of(plain_write_to_self, write_to_self)


def waker_of(loop):
    """The lock at which a loop waits. Only the loop's own thread makes and acquires it."""
    try:
        return loop._waker
    except AttributeError:
        waker = loop._waker = allocate_lock()
        waker.acquire()
        return waker


def listens_only_to_itself(loop):
    """Whether it reads from no file but its own pipe, which no signal handler writes to. A selector
    of somebody's own may have other ways to wake up."""
    selector = loop._selector
    files = selector.get_map()
    return (type(selector).__module__ == 'selectors' and len(files) == 1
            and loop._ssock is not None and loop._ssock.fileno() in files
            and not getattr(loop, '_signal_handlers', None))
