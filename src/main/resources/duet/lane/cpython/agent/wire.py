"""The two pipes between Duet and this process, and their lines."""

from _json import encode_basestring_ascii as quoted
from _json import scanstring
from _thread import allocate_lock
from os import fdopen, read, write

ORDERS, MESSAGES = PIPES = 3, 4
TAG_DIGITS = 16
EXPLORE = b'{"kind":"explore'
LITERALS = {'true': True, 'false': False, 'null': None}
SPACE = ' \t\r\n'


class Messages:
    """Writes messages, each a line. A message of one thread does not get into another's: that holds
    for threads of this process, and, once it has forked, for those of its child processes."""

    def __init__(self, tag, lane):
        """tag -- stands before every line"""
        self._tag = tag
        self._lane = quoted(lane)
        self._lock = allocate_lock()
        self._shared = None  # locks out other processes

    def start(self, kind):
        """How a message of this kind begins."""
        return f'{self._tag}{{"kind":"{kind}","scenario":"","lane":{self._lane}'

    def send(self, text):
        """Sends a message without its line end, in ASCII."""
        data = f'{text}\n'.encode('ascii')
        with self._lock:
            if self._shared is not None:
                self._shared.acquire()
            try:
                sent = write(MESSAGES, data)
                while sent < len(data):
                    data = data[sent:]
                    sent = write(MESSAGES, data)
            finally:
                if self._shared is not None:
                    self._shared.release()

    def tell(self, kind, **fields):
        """Sends a message of any kind."""
        rest = ''.join(f',"{name}":{encoded(value)}' for name, value in fields.items())
        self.send(f'{self.start(kind)}{rest}}}')

    # -- around a fork

    def before_fork(self):
        self._lock.acquire()

    def after_fork(self):
        self._lock.release()

    def share(self, lock):
        """Other processes use the pipe, too.

        lock -- keeps them apart
        """
        self._shared = lock


def encoded(value):
    """A value in JSON."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, float):
        return f'{value:.9f}'
    if isinstance(value, int):
        return str(value)
    return '[' + ','.join(map(encoded, value)) + ']'


def decoded(text):
    """The value of a text in JSON. Python's own module would bring regular expressions along, which
    a script might notice."""
    return value_at(text, 0)[0]


def value_at(text, at):
    """A value, and where it ends."""
    at = after_space(text, at)
    first = text[at]
    if first == '"':
        return scanstring(text, at + 1, True)
    if first == '{':
        return object_at(text, at + 1)
    if first == '[':
        return array_at(text, at + 1)
    end = at
    while end < len(text) and text[end] not in ',]} \t\r\n':
        end += 1
    word = text[at:end]
    if word in LITERALS:
        return LITERALS[word], end
    return (float(word) if set(word) & set('.eE') else int(word)), end


def object_at(text, at):
    made = {}
    at = after_space(text, at)
    while text[at] != '}':
        name, at = scanstring(text, text.index('"', at) + 1, True)
        made[name], at = value_at(text, text.index(':', at) + 1)
        at = after_space(text, at)
        at = after_space(text, at + 1) if text[at] == ',' else at
    return made, at + 1


def array_at(text, at):
    made = []
    at = after_space(text, at)
    while text[at] != ']':
        value, at = value_at(text, at)
        made.append(value)
        at = after_space(text, at)
        at = after_space(text, at + 1) if text[at] == ',' else at
    return made, at + 1


def after_space(text, at):
    while at < len(text) and text[at] in SPACE:
        at += 1
    return at


def exactly(fd, count):
    """So many bytes, or fewer if there are no more."""
    data = b''
    while len(data) < count and (more := read(fd, count - len(data))):
        data += more
    return data


class Orders:
    """Reads orders, each a line."""

    def __init__(self, fd):
        self._fd = fd
        self._file = None

    def next(self):
        """The next order; None when Duet is gone."""
        line = self._first() if self._file is None else self._file.readline()
        if not line.endswith(b'\n'):
            return None
        return decoded(line[TAG_DIGITS:].decode('utf-8'))

    def _first(self):
        """An order to explore is read and not a byte more: another Python may read what follows."""
        line = exactly(self._fd, TAG_DIGITS + len(EXPLORE))
        if line[TAG_DIGITS:] == EXPLORE:
            while (more := read(self._fd, 1)) and more != b'\n':
                line += more
            return line + more
        self._file = fdopen(self._fd, 'rb', closefd=False)
        return line if line.endswith(b'\n') else line + self._file.readline()
