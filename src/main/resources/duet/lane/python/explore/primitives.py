"""The lowest primitives of Python's library, on the threads of a schedule."""

from collections import deque

NANOS = 1_000_000_000
LONGEST = 9_223_372_036  # seconds, as in Python


def make(scheduler, Wait, Empty):
    """The classes of locks and of the simple queue.

    Wait -- what a thread is blocked by
    Empty -- the exception of an empty queue
    """

    def nanos_of(timeout):
        if timeout > LONGEST:
            raise OverflowError('timeout value is too large')
        return int(timeout * NANOS)

    class Lock:
        """A lock that knows who waits for it. Who does can go on only while it is free."""

        __slots__ = '_holder', '_waiters', '__weakref__'
        _called = '_thread.lock'

        def __init__(self):
            self._holder = None
            self._waiters = []

        def approach(self):
            """The step before it is taken. Who holds it comes first."""
            me = scheduler.current
            if self._holder is None or self._holder is me or me is None:
                if me is None or scheduler.dead:
                    scheduler.check()
                    return
                self._waiters.append(me)
                me.wait = Wait('lock', self)
                try:
                    scheduler.step()
                finally:
                    self._leave(me)
            else:
                self._wait(me)

        def _wait(self, me):
            self._waiters.append(me)
            try:
                scheduler.block(me, Wait('lock', self))
            finally:
                self._leave(me)

        def _leave(self, me):
            me.wait = None
            if me in self._waiters:
                self._waiters.remove(me)

        def _wait_until(self, me, wake):
            self._waiters.append(me)
            try:
                scheduler.block_until(me, Wait('lock', self), wake)
            finally:
                self._leave(me)

        def acquire(self, blocking=True, timeout=-1):
            me = scheduler.current
            if scheduler.dead and me is not None:
                scheduler.check()
            if not blocking and timeout != -1:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout != -1 and timeout < 0:
                raise ValueError('timeout value must be a non-negative number')
            if self._holder is not None:
                if not blocking or timeout == 0:
                    return False
                if timeout == -1:
                    while self._holder is not None:
                        self._wait(me)
                else:
                    wake = scheduler.clock + nanos_of(timeout)
                    self._wait_until(me, wake)
                    if self._holder is not None:
                        return False
            self._take(me)
            return True

        __enter__ = acquire

        def _take(self, me):
            self._holder = me or FREE
            for waiter in self._waiters:
                if waiter is not me:
                    scheduler.hold(waiter)
            if scheduler.detail is not None:
                scheduler.detail.happened('lock', self)

        def release(self):
            if self._holder is None:
                if scheduler.dead and scheduler.current is not None:
                    return  # it was given back to end the wait for it
                raise RuntimeError('release unlocked lock')
            self._free()

        release_lock = release
        acquire_lock = acquire

        def _free(self):
            if scheduler.detail is not None:
                scheduler.detail.happened('unlock', self)
            self._holder = None
            for waiter in self._waiters:
                scheduler.enable(waiter)

        def __exit__(self, *error):
            self.release()

        def locked(self):
            return self._holder is not None

        locked_lock = locked

        def _at_fork_reinit(self):
            self._holder = None

        def __reduce_ex__(self, protocol):
            raise TypeError(f"cannot pickle '{self._called}' object")

        def __repr__(self):
            state = 'locked' if self.locked() else 'unlocked'
            return f'<{state} {self._called} object at {id(self):#x}>'

    class RLock(Lock):
        """A re-entrant lock."""

        __slots__ = '_depth',
        _called = '_thread.RLock'

        def __init__(self):
            super().__init__()
            self._depth = 0

        def acquire(self, blocking=True, timeout=-1):
            me = scheduler.current
            if self._holder is not None and self._holder is me:
                self._depth += 1
                return True
            taken = Lock.acquire(self, blocking, timeout)
            if taken:
                self._depth = 1
            return taken

        __enter__ = acquire

        def release(self):
            if self._holder is None or self._holder is not (scheduler.current or FREE):
                if scheduler.dead and scheduler.current is not None:
                    return
                raise RuntimeError('cannot release un-acquired lock')
            self._depth -= 1
            if not self._depth:
                self._free()

        def _is_owned(self):
            return self._holder is not None and self._holder is (scheduler.current or FREE)

        def _recursion_count(self):
            return self._depth if self._is_owned() else 0

        def _release_save(self):
            if self._holder is None:
                raise RuntimeError('cannot release un-acquired lock')
            depth = self._depth
            self._depth = 0
            self._free()
            return depth

        def _acquire_restore(self, depth):
            if scheduler.dead:
                self._holder = scheduler.current  # it is released on the way out
            else:
                Lock.acquire(self)
            self._depth = depth

        def _at_fork_reinit(self):
            self._holder = None
            self._depth = 0

        def __repr__(self):
            state = 'locked' if self._holder is not None else 'unlocked'
            owner = self._holder.ident if self._holder is not None else 0
            return (f'<{state} {self._called} object owner={owner} count={self._depth}'
                    f' at {id(self):#x}>')

    class SimpleQueue:
        """An unbounded queue."""

        __slots__ = '_items', '_waiters', '__weakref__'

        def __init__(self):
            self._items = deque()
            self._waiters = []

        def put(self, item, block=True, timeout=None):
            self._items.append(item)
            for waiter in self._waiters:
                scheduler.enable(waiter)

        def put_nowait(self, item):
            self.put(item)

        def get(self, block=True, timeout=None):
            me = scheduler.current
            if timeout is not None and timeout < 0 and block:
                raise ValueError("'timeout' must be a non-negative number")
            if not self._items and block:
                if timeout is None:
                    while not self._items:
                        self._wait(me, None)
                else:
                    self._wait(me, scheduler.clock + nanos_of(timeout))
            if not self._items:
                raise Empty
            item = self._items.popleft()
            if not self._items:
                for waiter in self._waiters:
                    if waiter is not me:
                        scheduler.hold(waiter)
            return item

        def _wait(self, me, wake):
            wait = Wait('wait', self)
            self._waiters.append(me)
            try:
                if wake is None:
                    scheduler.block(me, wait)
                else:
                    scheduler.block_until(me, wait, wake)
            finally:
                me.wait = None
                self._waiters.remove(me)

        def get_nowait(self):
            return self.get(False)

        def empty(self):
            return not self._items

        def qsize(self):
            return len(self._items)

    Lock.__module__ = RLock.__module__ = '_thread'
    Lock.__name__ = Lock.__qualname__ = 'lock'
    SimpleQueue.__module__ = '_queue'
    return Lock, RLock, SimpleQueue


class Free:
    """Holds a lock that is taken while no schedule is played."""

    ident = 0
    name = ''
    number = 0
    done = False
    asleep = False


FREE = Free()
