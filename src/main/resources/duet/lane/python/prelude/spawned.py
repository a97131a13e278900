"""What multiprocessing needs in the script's Python, and in that of each process that it starts.

A process is an interpreter of its own in the same process of the system: GraalPy's way, which begins
as CPython's start method 'spawn' does."""

FORKS = ("Duet's Python lane cannot start processes by {!r}: each one imports the script again, as with"
         " the start method 'spawn'")


def change_context(context):
    """Has the start method 'spawn' start such processes, and 'fork' say why there is none.

    context -- multiprocessing.context
    """

    class SpawnContext(context.GraalPyContext):
        _name = 'spawn'

        def get_all_start_methods(self):
            return ['spawn']

    def refuse(self):
        raise ValueError(FORKS.format(self._name))

    contexts = context._concrete_contexts
    spawn = contexts['spawn'] = SpawnContext()
    context.SpawnContext = SpawnContext
    for name in ('fork', 'forkserver'):
        type(contexts[name])._check_available = refuse
    context.DefaultContext.get_all_start_methods = lambda self: ['spawn']
    context._default_context._default_context = spawn


def change_connections(connection):
    """Has both ends of a pipe send and receive, also between processes.

    connection -- multiprocessing.connection
    """
    plain_pipe = connection.Pipe

    class Both(connection.Connection):
        """An end of two pipes: it reads from one and writes to the other."""

        def __init__(self, read_from, write_to):
            super().__init__(read_from)
            self._writer = connection.Connection(write_to, readable=False)

        def close(self):
            self._writer.close()
            super().close()

        def _send_bytes(self, buf):
            self._writer._send_bytes(buf)

    def Pipe(duplex=True):
        if not duplex:
            return plain_pipe(False)
        pipe = connection._default_context._pipe
        (read_a, write_a), (read_b, write_b) = pipe(), pipe()
        return Both(read_a, write_b), Both(read_b, write_a)

    def reduce_both(both):
        copy = connection.reduction.DupFd
        return connection._rebuild_both, (copy(both._handle), copy(both._writer._handle))

    def finalize(*arguments):
        """Leaves a pipe open at the end, when pools still say good-bye through it."""
        kept = plain_weakref.finalize(*arguments)
        kept.atexit = False
        return kept

    plain_weakref = connection.weakref
    connection.weakref = type(plain_weakref)('weakref')
    connection.weakref.finalize = finalize
    connection._rebuild_both = rebuild_both
    connection.Both = Both
    connection.Pipe = Pipe
    connection.reduction.register(Both, reduce_both)


def rebuild_both(read_from, write_to):
    from multiprocessing import connection
    return connection.Both(read_from.detach(), write_to.detach())


rebuild_both.__module__ = 'multiprocessing.connection'
rebuild_both.__qualname__ = rebuild_both.__name__ = '_rebuild_both'


def begin(factor, parent):
    """A process gets ready: it sleeps as the script does, and has a number of its own.

    factor -- how many times faster than the clock
    parent -- the number of the process that has started this one
    """
    import _sre
    _sre.Pattern('', 0)  # now: the first one stops every thread, and there is only one yet
    import os
    import time
    import traceback
    from _thread import allocate_lock, get_ident
    import _multiprocessing_graalpy
    import multiprocessing.context
    import multiprocessing.connection

    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        never_released = allocate_lock()
        never_released.acquire()
        never_released.acquire(True, seconds / factor)

    library = os.path.dirname(os.__file__) + '/'
    plain_format = traceback.StackSummary.format_frame_summary

    def format_frame_summary(self, summary):
        if summary.filename.startswith(library):
            summary.line  # is read from the file
            summary.filename = '<python>/' + summary.filename[len(library):]
        return plain_format(self, summary)

    traceback.StackSummary.format_frame_summary = format_frame_summary
    time.sleep = sleep  # GraalPy's own rounds whole seconds up
    own = get_ident()
    os.getpid = _multiprocessing_graalpy._gettid = lambda: own
    os.getppid = lambda: parent
    change_context(multiprocessing.context)
    change_connections(multiprocessing.connection)
