"""What each thread waits for, and what it waited for before."""

from time import monotonic_ns as clock  # which is Java's System.nanoTime()

MANY = 20_000
NEAR = 1_000_000
LESS_NEAR = 1_000_000_000


class ThreadWaits:
    """One thread's waits. Only the thread itself changes them."""

    def __init__(self):
        self.now = None  # kind, target, the frame that waits, whether it may end by itself, begin
        self.over = []  # kind, begin, end, the script's function, the thread that could end it
        self.ended = 0  # when the thread had done its work


class Waits:
    """Notes every wait of every thread. Times are nanoseconds."""

    def __init__(self, per_thread, places, script, streams):
        self._streams = streams
        self._threads = per_thread(ThreadWaits)
        self._places = places
        self._script = script
        self._kept = 0  # how many waits are remembered, about

    def noted(self, wait, call, *arguments):
        """Calls something that waits. `wait` says what for, and is noted meanwhile. What the thread
        has printed without a line end can be seen while it waits."""
        for stream in self._streams:
            stream.flush_own()
        own = self._threads.own()
        outer = own.now
        begin = clock()
        own.now = (*wait, begin)
        holder = self.holder_of(wait[0], wait[1])
        try:
            return call(*arguments)
        finally:
            own.now = outer
            if outer is None and self._script.is_given:  # nobody asks what a live session did
                self._remember(own.over, wait, begin, clock(), holder)

    def _remember(self, over, wait, begin, end, holder):
        """Notes a wait that is over. A wait like the last one continues that one: the notes of the
        GIL tell that the thread ran in between."""
        kind, function = self._described(wait[0], wait[2])
        near = NEAR if self._kept < MANY else LESS_NEAR
        if over:
            last = over[-1]
            if last[0] == kind and last[3] == function and begin - last[2] < near:
                last[2] = end
                return
        over.append([kind, begin, end, function, holder])
        self._kept += 1

    @staticmethod
    def holder_of(kind, target):
        """The thread that can end a wait, by releasing a lock or by ending; 0 for none."""
        if kind == 'lock':
            return getattr(target, '_holder', 0) or 0
        return (target.ident or 0) if kind == 'join' and target is not None else 0

    def _described(self, kind, frame):
        """What a wait is to the script, and the script's function that waits."""
        _, frame, called = self._places.of(frame)
        if called is not None and kind not in ('join', 'sleep'):
            kind = 'wait'  # the lock is a library's
        return kind, frame.f_code.co_name if frame is not None else ''

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
                kind, function = self._described(now[0], now[2])
                rows.append([ident, kind, now[4], 0, function, self.holder_of(now[0], now[1])])
            if ended:
                rows.append([ident, 'end', ended, ended, '', 0])
        return '\n'.join(' '.join(map(str, row)) for row in rows)

    def going_on(self):
        """Each thread that waits, and its wait: kind, target, frame, whether it may end by itself,
        begin."""
        return [(ident, own.now) for ident, own in self._threads.all() if own.now is not None]
