"""What threads wait for, told to somebody outside who asks."""


class Observer:
    """Looks at the threads of the script while it runs."""

    def __init__(self, names, places, waits, streams, queue_type, shown_name, tasks):
        self._names = names
        self._places = places
        self._waits = waits
        self._streams = streams
        self._queue_type = queue_type
        self._shown_name = shown_name
        self._tasks = tasks

    def look(self):
        """A row for each thread that waits: ident, kind, what for, where, the thread that could end
        it, an empty string; and one for each task of asyncio that waits, with a number below 0 for
        its ident, and its name. Nobody may hear of these threads again, so what they printed
        without a line end is handed over as well."""
        for stream in self._streams:
            stream.flush_all()
        rows = [[ident, *self._told(wait), ''] for ident, wait in self._waits.going_on()]
        return rows + self._tasks.look()

    def _told(self, wait):
        holder = 0 if wait.may_end else wait.holder()
        return [wait.kind, self._what(wait), self._places.told(wait.line, wait.frame), holder]

    def _what(self, wait):
        """What a wait is for."""
        target = wait.target
        if hasattr(type(target), '_run_once'):
            return 'for work for its event loop'
        if wait.is_of_library:
            return self._places.call(wait.called) if wait.called else f'{type(target).__name__}.acquire'
        if wait.condition is not None:
            kind, name = type(wait.condition).__name__, self._names.of(wait.condition, wait.frame)
            return f'the lock of {kind} {name}'.rstrip()
        if wait.kind == 'lock':
            return f'{type(target).__name__} {self._names.of(target, wait.frame)}'.rstrip()
        if wait.kind == 'join':
            if target is None:
                return 'the other threads'
            kind = 'process' if hasattr(target, 'sentinel') else 'thread'
            return f'{kind} {self._shown_name(target.name)}'
        if wait.kind == 'wait':
            if wait.frame is None and isinstance(target, self._queue_type):
                return 'for work for its pool: nobody called shutdown()'
            call = 'get' if isinstance(target, self._queue_type) else 'wait'
            return f'{type(target).__name__}.{call}'
        return ''
