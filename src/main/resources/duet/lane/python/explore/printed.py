"""What threads print, in whole lines."""


class Stream:
    """Standard output, or standard error."""

    encoding = 'utf-8'
    errors = 'strict'
    newlines = None
    closed = False
    mode = 'w'
    line_buffering = True

    def __init__(self, scheduler, name, plain):
        """name -- `out` or `err`"""
        self._scheduler = scheduler
        self._short = name
        self._plain = plain
        self.name = f'<std{name}>'
        self.lines = []
        self._begun = {}

    def begin(self, lines):
        """lines -- of both streams: thread, step, stream, text"""
        self.lines = lines
        self._begun.clear()

    def write(self, text):
        if type(text) is not str:
            if not isinstance(text, str):
                raise TypeError(f'write() argument must be str, not {type(text).__name__}')
            text = str(text)
        current = self._scheduler.current
        if current is None or self._scheduler.dead and current.kills:
            return len(text)
        thread = current.number
        if '\n' in text:
            parts = (self._begun.pop(thread, '') + text).split('\n')
            for line in parts[:-1]:
                self._add(thread, line)
            text = parts[-1]
            if text:
                self._begun[thread] = text
            return len(text)
        if text:
            self._begun[thread] = self._begun.get(thread, '') + text
        return len(text)

    def _add(self, thread, line):
        line = line.rpartition('\r')[2]
        self.lines.append((thread, self._scheduler.steps - 1, self._short, line))
        if self._scheduler.detail is not None:
            self._scheduler.detail.happened('print', line)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def finish(self):
        """Tells what was printed without a line end."""
        for thread in sorted(self._begun):
            self._add(thread, self._begun[thread])
        self._begun.clear()

    def flush(self):
        pass

    def fileno(self):
        return self._plain.fileno()

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    def seekable(self):
        return False

    def reconfigure(self, **options):
        pass

    @property
    def buffer(self):
        return Bytes(self)


class Bytes:
    """What takes bytes."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        self._stream.write(bytes(data).decode('utf-8', 'replace'))
        return len(data)

    def flush(self):
        pass
