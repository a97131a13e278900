"""Standard output and standard error: whole lines, and who printed them."""

import io
from _json import encode_basestring_ascii as quoted
from _thread import _local
from time import monotonic_ns as clock  # which is Java's System.nanoTime()

LONGEST = 1_000_000


class Unfinished:
    """What one thread has printed since its last line end."""

    __slots__ = 'text', 'begun', 'told', 'thread'

    def __init__(self, thread):
        """thread -- the thread's name and number as fields of a message"""
        self.text = ''
        self.begun = 0  # when the first piece was written
        self.told = ''
        self.thread = thread


class Raw(io.RawIOBase):
    """Bytes that are written past the text stream, through its `buffer`."""

    def __init__(self, number, name):
        self._number = number
        self.name = name
        self.printed = None

    def writable(self):
        return True

    def fileno(self):
        return self._number

    def write(self, data):
        data = bytes(data)
        self.printed.write(data.decode('utf-8', 'replace'))
        return len(data)


class Printed(io.TextIOWrapper):
    """A stream that sends whole lines, each when it ends, as at a terminal."""

    def __init__(self, plain, stream, messages, thread_fields):
        """
        stream -- `out` or `err`
        thread_fields -- tells the calling thread's name and number as fields of a message
        """
        raw = Raw(plain.fileno(), plain.name)
        super().__init__(io.BufferedWriter(raw, 1), 'utf-8', plain.errors, write_through=True)
        raw.printed = self
        self.mode = 'w'
        self._stream = f'"stream":"{stream}"'
        self._messages = messages
        self._start = messages.start('line') + ',"seq":0,"t":'
        self._start_unfinished = messages.start('unfinished') + ',"seq":0,"t":'
        self._thread_fields = thread_fields
        self._all = []  # what no thread takes out, so that whoever looks finds it
        self._mine = _local()
        self.go = clock()  # when the script began

    def write(self, text):
        if type(text) is not str or not text.isascii():
            text = self._checked(text)
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        try:
            own = self._mine.own
        except AttributeError:
            own = self._begin()
        if text == '\n':  # the end of most prints
            self._send(own, own.text, own.begun or clock())
        elif '\n' in text or len(own.text) + len(text) > LONGEST:
            self._write_lines(own, text)
        elif text:
            own.begun = own.begun or clock()
            own.text += text
        return len(text)

    def _checked(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        return str(text).encode('utf-8', self.errors).decode('utf-8')

    def _begin(self):
        own = self._mine.own = Unfinished(self._thread_fields())
        self._all.append(own)
        return own

    def _write_lines(self, own, text):
        lines = (own.text + text).split('\n')
        begun = own.begun or clock()
        for line in lines[:-1]:
            self._send(own, line, begun)
            begun = clock()
        own.text = lines[-1]
        own.begun = begun if own.text else 0
        if len(own.text) > LONGEST:
            self._send(own, own.text, own.begun)

    def _send(self, own, text, begun):
        own.text = own.told = ''
        own.begun = 0
        if '\r' in text:
            text = shown(text)
            if not text.strip():
                return
        self._messages.send(
            f'{self._start}{(begun - self.go) / 1e9:.9f}{own.thread},'
            f'{self._stream},"text":{quoted(text)}}}')

    def flush(self):
        super().flush()
        self.flush_own()

    def flush_own(self):
        """Tells what the calling thread has printed without a line end, if that is new."""
        own = getattr(self._mine, 'own', None)
        if own is not None and own.text != own.told:
            own.told = own.text
            self._messages.send(
                f'{self._start_unfinished}{(own.begun - self.go) / 1e9:.9f}{own.thread},'
                f'{self._stream},"text":{quoted(shown(own.text)[:4000])}}}')

    def finish_own(self):
        """Sends what the calling thread has printed without a line end."""
        own = getattr(self._mine, 'own', None)
        if own is not None:
            self._finish(own)

    def flush_all(self):
        """Sends what threads have printed without a line end."""
        for own in self._all[:]:
            self._finish(own)

    def _finish(self, own):
        if own.text:
            self._send(own, own.text, own.begun)

    def renamed(self, fields_of):
        """Threads have new names.

        fields_of -- tells new fields for old ones
        """
        for own in self._all[:]:
            own.thread = fields_of(own.thread)

    def after_fork_in_child(self):
        """The other threads are gone, and what they printed is the parent's."""
        self._all = []
        self._mine = _local()


def shown(text):
    """What a terminal shows of a line in which carriage returns begin it anew."""
    if '\r' not in text:
        return text
    line = ''
    for part in text.split('\r'):
        line = part + line[len(part):]
    return line.rstrip()
