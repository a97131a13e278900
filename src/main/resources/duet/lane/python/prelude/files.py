"""Files that a script writes and does not close."""

from os import fspath, path

MOST = 200


class Files:
    """Writes out what is still in their buffers. CPython does so as soon as nothing refers to a file,
    GraalPy never. Holds on to such files meanwhile, though not to any number of them."""

    def __init__(self, plain_open, make_lock, in_place_of):
        self._plain_open = plain_open
        self._lock = make_lock()
        self._unclosed = []
        self.open = in_place_of(plain_open, self._made_open())

    def _made_open(self):
        plain_open, write_out, add = self._plain_open, self._write_out, self._add

        def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,
                 closefd=True, opener=None):
            if not isinstance(file, (str, bytes, int)):
                file = fspath(file)  # as in CPython, it is the name of the file then
            place = None if isinstance(file, int) else path.abspath(file)
            if place is not None:
                write_out(place)
            opened = plain_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
            if buffering != 0 and opened.writable():
                add(place, opened)
            return opened

        return open

    def _add(self, place, opened):
        with self._lock:
            kept = [(at, one) for at, one in self._unclosed if not one.closed]
            oldest = kept[:-MOST]
            self._unclosed = kept[-MOST:] + [(place, opened)]
        flush_all(oldest)

    def _write_out(self, place):
        """Before a file is opened again."""
        if self._unclosed:
            flush_all([(at, one) for at, one in self._unclosed if at == place])

    def write_out_all(self):
        """At the end of the script."""
        flush_all(self._unclosed)


def flush_all(files):
    for _, one in files:
        try:
            if not one.closed:
                one.flush()
        except Exception:
            pass  # CPython says nothing either, or the script has put something else there
