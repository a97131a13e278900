"""What each thread waits for, and what it waited for before."""

from time import monotonic_ns as clock  # which is Java's System.nanoTime()

MANY = 20_000
NEAR = 1_000_000
LESS_NEAR = 1_000_000_000


def ident_of(thread):
    return thread.ident


class Wait:
    """A wait: what it is and what for, where in the script, and whether it may end by itself."""

    def __init__(self, kind, target, place, may_end, begin, id_of, condition=None):
        """
        id_of -- tells a thread's number
        condition -- the one that has woken the thread, which now takes its lock back
        """
        self._id_of = id_of
        self.target = target
        self.place = self.line, self.frame, self.called = place  # as Places.of tells
        self.may_end = may_end
        self.begin = begin
        self.condition = condition
        self.is_of_library = kind not in ('join', 'sleep') and (
            self.called is not None or kind == 'lock' and self.frame is None)
        self.kind = 'wait' if self.is_of_library else kind  # the lock is a library's

    def holder(self):
        """The thread that can end it, by releasing a lock or by ending; 0 for none."""
        if self.kind == 'lock':
            return getattr(self.target, '_holder', 0) or 0
        if self.kind == 'join' and self.target is not None:
            return self._id_of(self.target) or 0
        return 0

    def function(self):
        """The script's function that waits."""
        return self.frame.f_code.co_name if self.frame is not None else ''


def is_lock_of(wait, lock):
    """Whether a wait is one on the condition that has this lock."""
    return wait.kind == 'wait' and getattr(wait.target, '_lock', None) is lock


class ThreadWaits:
    """One thread's waits. Only the thread itself changes them."""

    def __init__(self):
        self.now = None
        self.over = []  # kind, begin, end, the script's function, the thread that could end it
        self.ended = 0  # when the thread had done its work


class Waits:
    """Notes every wait of every thread. Times are nanoseconds."""

    def __init__(self, per_thread, places, script, streams, id_of=ident_of):
        self._streams = streams
        self._threads = per_thread(ThreadWaits)
        self._places = places
        self._script = script
        self._id_of = id_of
        self._kept = 0  # how many waits are remembered, about

    def noted(self, wait, call, *arguments):
        """Calls something that waits, and notes that meanwhile. What the thread has printed without
        a line end can be seen while it waits.

        wait -- the kind, what it is for, the frame that waits, whether it may end by itself
        """
        for stream in self._streams:
            stream.flush_own()
        own = self._threads.own()
        outer = own.now
        kind, target, frame, may_end = wait
        if kind == 'lock' and outer is not None and is_lock_of(outer, target):
            now = Wait(kind, target, outer.place, may_end, clock(), self._id_of, outer.target)
        else:
            now = Wait(kind, target, self._places.of(frame), may_end, clock(), self._id_of)
        own.now = now
        holder = now.holder()
        try:
            return call(*arguments)
        finally:
            own.now = outer
            if self._script.is_given:  # nobody asks what a live session did
                if outer is None:
                    self._remember(own.over, now, clock(), holder)
                elif now.condition is not None:
                    self._split(own.over, outer, now, holder)

    def _split(self, over, outer, now, holder):
        """Notes that a condition had woken a thread, which then waited for the lock."""
        end = clock()
        if end - now.begin >= NEAR:
            self._remember(over, outer, now.begin, 0)
            self._remember(over, now, end, holder)
            outer.begin = end

    def _remember(self, over, wait, end, holder):
        """Notes a wait that is over. A wait like the last one continues that one: the notes of the
        GIL tell that the thread ran in between."""
        kind, begin, function = wait.kind, wait.begin, wait.function()
        near = NEAR if self._kept < MANY else LESS_NEAR
        if over:
            last = over[-1]
            if last[0] == kind and last[3] == function and begin - last[2] < near:
                last[2] = end
                return
        over.append([kind, begin, end, function, holder])
        self._kept += 1

    def end(self):
        """Notes that the calling thread has done its work, and has printed what it prints."""
        for stream in self._streams:
            stream.flush_own()
        self._threads.own().ended = clock()

    def all(self):
        """A line for each wait: thread, kind, begin, end, function, the thread that could end it.
        The end of one that goes on is 0. The end of a thread is a line of the kind `end`."""
        rows = []
        for ident, own in self._threads.all():
            rows += [[ident, *wait] for wait in list(own.over)]
            now, ended = own.now, own.ended
            if now is not None:
                rows.append([ident, now.kind, now.begin, 0, now.function(), now.holder()])
            if ended:
                rows.append([ident, 'end', ended, ended, '', 0])
        return '\n'.join(' '.join(map(str, row)) for row in rows)

    def going_on(self):
        """Each thread that waits, and its wait."""
        return [(ident, own.now) for ident, own in self._threads.all() if own.now is not None]
