"""What the threads of a deadlock wait for, in words."""

from sys import _getframe


class WaitsTold:
    """Each thread tells for itself: only it knows who called it."""

    def __init__(self, scheduler, places, names):
        self._scheduler = scheduler
        self._places = places
        self._names = names
        self.rows = []

    def begin(self):
        self.rows = []
        self._scheduler.at_end = self.tell

    def tell(self, task):
        """A thread that a deadlock ends."""
        wait = task.wait
        if self._scheduler.ending != 'deadlock' or wait is None:
            return
        line, frame, called = self._places.of(_getframe(2))
        self.rows.append((task.number, self._text(task, wait, frame, called), line))

    def _text(self, task, wait, frame, called):
        if wait.kind == 'join':
            name = wait.target.name if wait.target is not None else 'the other threads'
            whose = f'thread {name}' if wait.target is not None else name
            return f'waits for {whose} to end'
        of_library = called is not None and not self._is_ours(called)
        if hasattr(wait.target, 'select'):
            return 'waits for work for its event loop'
        if frame is None:
            return 'waits for work for its pool: nobody called shutdown()'
        if of_library:
            own = called.f_locals.get('self')
            if self._gets_lock_back(wait, own):
                what = f'the lock of {type(own).__name__} {self._names.of(own, frame)}'.rstrip()
                return f'waits for {what}{self._held(task, wait)}'
            return f'waits in {self._places.call(called)}{self._of(own, frame)}'
        if wait.kind == 'lock':
            kind = 'RLock' if hasattr(wait.target, '_depth') else 'Lock'
            what = f'{kind} {self._names.of(wait.target, frame)}'.rstrip()
            return f'waits for {what}{self._held(task, wait)}'
        return f'waits in {type(wait.target).__name__}.get'

    def _is_ours(self, frame):
        return frame.f_code.co_filename == '<duet>'

    @staticmethod
    def _gets_lock_back(wait, own):
        return wait.kind == 'lock' and getattr(own, '_lock', None) is wait.target

    def _of(self, own, frame):
        name = self._names.of(own, frame) if own is not None else ''
        return f' of {name}' if name else ''

    @staticmethod
    def _held(task, wait):
        holder = wait.holder
        if holder is None:
            return ''
        if holder is task:
            return ', held by itself'
        if wait.is_left:
            return ', held by a thread that has ended'
        return f', held by {holder.name}' if holder.name else ''
