"""Threads tell their names, and when they have done their work."""

from _thread import get_ident


def shown_name(name):
    """A thread's name in Duet: without the function, which Python adds if nobody gave a name."""
    if name.startswith('Thread-') and name.endswith(')'):
        return name.partition(' (')[0]  # "Thread-1 (loop)" since Python 3.10
    return name


def ident_of(thread):
    return thread.ident


class Threads:
    """Tells Java the name of each Python thread."""

    def __init__(self, threading, tell, id_of=ident_of):
        """
        tell -- is called with a thread's number and its name
        id_of -- tells a thread's number
        """
        self._tell = tell
        self._id_of = id_of
        self.main = threading.main_thread()

    def tell_name(self, thread):
        name = thread._name
        if thread is self.main:
            name = 'main'
        self._tell(self._id_of(thread), shown_name(name))

    def tell_plain(self, ident):
        """Tells the name of a thread that threading does not know; returns it."""
        name = f'thread-{ident}'
        self._tell(ident, name)
        return name


def install_plain(_thread, tell_plain, end, report, in_place_of, own_id=get_ident):
    """Has each thread that is started without threading do the same, and report its failure."""
    start = _thread.start_new_thread

    def start_new_thread(function, args, kwargs={}, /):
        def work(*args, **kwargs):
            name = tell_plain(own_id())
            try:
                function(*args, **kwargs)
            except SystemExit:
                pass
            except BaseException as error:
                report(name, type(error), error, error.__traceback__)
            finally:
                end()

        if not callable(function):
            raise TypeError('first arg must be callable')
        if not isinstance(args, tuple):
            raise TypeError('2nd arg must be a tuple')
        return start(work, args, kwargs)

    _thread.start_new_thread = _thread.start_new = in_place_of(start, start_new_thread)


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
