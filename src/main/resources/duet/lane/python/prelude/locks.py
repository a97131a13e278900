"""Locks that know who holds them."""

from _thread import get_ident


def make_locks(noted, pace, in_place_of, own_id=get_ident):
    """The classes that replace `threading.Lock` and `threading.RLock`. All that they use is in this
    function, whose variables GraalPy reads faster than a module's: scripts use locks often."""
    from _thread import RLock as PlainRLock
    from _thread import allocate_lock
    from sys import _getframe

    class Holding:
        """A free lock is taken without giving the GIL up, as in CPython. GraalPy gives it up at
        every acquire."""

        _holder = 0

        def __reduce_ex__(self, protocol):
            raise TypeError(f"cannot pickle '{self._called}' object")

        def acquire(self, blocking=True, timeout=-1):
            taken = self._take(False) if timeout == -1 else False
            if not taken and (blocking or timeout != -1):
                taken = self._wait(blocking, timeout, _getframe(1))
            if taken:
                self._holder = own_id()
            return taken

        __enter__ = acquire

        def __exit__(self, *error):
            self.release()

        def _wait(self, blocking, timeout, frame):
            wait = 'lock', self, frame, timeout != -1
            return noted(wait, self._take, blocking, pace.scaled(timeout))

    class Lock(Holding):
        """A lock with CPython's rules. GraalPy 25 lets a thread release an unlocked one, after
        which two threads can hold it."""

        _called = '_thread.lock'

        def __init__(self):
            lock = allocate_lock()
            self._lock = lock
            self.locked = lock.locked
            self._take = lock.acquire

        def release(self):
            if not self._lock.locked():
                raise RuntimeError('release unlocked lock')
            self._holder = 0  # now, since afterwards the next holder may have taken it
            self._lock.release()

        def _at_fork_reinit(self):
            self._holder = 0
            self._lock._at_fork_reinit()

        def __repr__(self):
            state = 'locked' if self.locked() else 'unlocked'
            return f'<{state} {self._called} object at {id(self):#x}>'

    class RLock(Holding, PlainRLock):
        """A re-entrant lock. Only its holder changes `_depth`: how often it has taken it."""

        _called = '_thread.RLock'
        _depth = 0
        _take = PlainRLock.acquire

        def acquire(self, blocking=True, timeout=-1):
            taken = self._take(False) if timeout == -1 else False
            if not taken and (blocking or timeout != -1):
                taken = self._wait(blocking, timeout, _getframe(1))
            if taken:
                self._holder = own_id()
                self._depth += 1
            return taken

        __enter__ = acquire

        def release(self):
            if not self._is_owned():
                raise RuntimeError('cannot release un-acquired lock')
            if self._depth > 1:
                self._depth -= 1
            else:
                self._depth = self._holder = 0
            super().release()

        def __repr__(self):
            state = 'locked' if self._depth else 'unlocked'
            return (f'<{state} {self._called} object owner={self._holder} count={self._depth}'
                    f' at {id(self):#x}>')

        def _release_save(self):
            depth = self._depth
            self._depth = self._holder = 0
            return super()._release_save(), depth

        def _at_fork_reinit(self):
            self._depth = self._holder = 0
            super()._at_fork_reinit()

        def _acquire_restore(self, state):
            plain, depth = state
            noted(('lock', self, _getframe(1), False), super()._acquire_restore, plain)
            self._holder = own_id()
            self._depth = depth

    return in_place_of(type(allocate_lock()), Lock), in_place_of(PlainRLock, RLock)
