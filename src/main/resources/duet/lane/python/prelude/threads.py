"""Threads tell their names, and when they have done their work."""


class Threads:
    """Tells Java the name of each Python thread."""

    def __init__(self, threading, tell):
        """tell -- is called with an ident and a name"""
        self._tell = tell
        self.main = threading.main_thread()

    def tell_name(self, thread):
        name = thread._name
        if thread is self.main:
            name = 'main'
        elif name.startswith('Thread-') and name.endswith(')'):
            name = name.partition(' (')[0]  # "Thread-1 (loop)" since Python 3.10
        self._tell(thread.ident, name)


def install(threading, tell_name, end, in_place_of):
    """Has each thread tell its name as it starts and when it is renamed, and call `end` last."""
    bootstrap_inner = threading.Thread._bootstrap_inner
    plain_name = threading.Thread.name

    def named_bootstrap_inner(self):
        self._set_ident()
        tell_name(self)
        try:
            bootstrap_inner(self)
        finally:
            end()

    def rename(self, name):
        plain_name.fset(self, name)
        if self.ident is not None:
            tell_name(self)

    threading.Thread._bootstrap_inner = in_place_of(bootstrap_inner, named_bootstrap_inner)
    threading.Thread.name = property(plain_name.fget, rename, doc=plain_name.__doc__)
