"""Standard output and standard error: whole lines, and who printed them."""

import sys
from _thread import get_ident
from time import monotonic_ns as clock  # which is Java's System.nanoTime()

LONGEST = 1_000_000
NOTHING = '', 0


class Printed(type(sys.stdout)):
    """A stream that hands whole lines to Java, in one call each. A call gives the GIL up: handing
    over piece by piece, as print() does, would take four times as long.

    Each thread has a list for what it printed since its last line end: empty, or with one text and
    the time at which its first piece was written. Only the thread itself puts a text in. Whoever takes it out does so by `pop`, in one step,
    since somebody who looks at the threads may do the same at any moment."""

    def __init__(self, plain, to_host, per_thread):
        super().__init__(plain.buffer, encoding='utf-8', errors=plain.errors, write_through=True)
        self._to_host = to_host
        self._pending = per_thread(list)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if not text.isascii():
            text = text.encode('utf-8', self.errors).decode('utf-8')
        pending = self._pending.own()
        earlier, begun = taken(pending) if pending else NOTHING
        whole = earlier + text if earlier else text
        begun = begun or clock()
        if '\n' in text or len(whole) > LONGEST:
            self._to_host(get_ident(), whole, begun)
        elif whole:
            pending.append((whole, begun))
        return len(text)

    def flush(self):
        super().flush()
        self.flush_own()

    def flush_own(self):
        """Hands over what the calling thread has printed without a line end."""
        own = self._pending.own()
        if own:
            self._tell(get_ident(), own)

    def flush_all(self):
        """Hands over what threads have printed without a line end."""
        for ident, pending in self._pending.all():
            self._tell(ident, pending)

    def _tell(self, ident, pending):
        text, begun = taken(pending)
        if text:
            self._to_host(ident, text, begun)


def taken(pending):
    """Takes the text and its time out, unless somebody was faster."""
    try:
        return pending.pop() if pending else NOTHING
    except IndexError:
        return NOTHING


def install(print_out, print_err, per_thread, in_place_of):
    """Replaces both streams, and returns what replaces them."""
    in_place_of(type(sys.stdout), Printed)
    out = sys.stdout = sys.__stdout__ = Printed(sys.stdout, print_out, per_thread)
    err = sys.stderr = sys.__stderr__ = Printed(sys.stderr, print_err, per_thread)
    return out, err
