"""What multiprocessing needs in the script's Python, and in that of each process that it starts.

A process is an interpreter of its own in the same process of the system: GraalPy's way, which begins
as CPython's start method 'spawn' does."""

FORKS = ("Duet's Python lane cannot start processes by {!r}: each one imports the script again, as with"
         " the start method 'spawn'")
LEFT = 256  # os._exit(n) is told to the other processes as the end by a signal of number -256 - n


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


def change_synchronize(synchronize):
    """Has a lock that is taken twice by `with` be free only at the end of the outer one.

    synchronize -- multiprocessing.synchronize
    """
    def leave(self, *error):
        self._semlock.release()

    synchronize.SemLock.__exit__ = leave


def put_shared(code):
    """Lets scripts share values and arrays.

    code -- the code of the module shared, marshalled
    """
    from marshal import loads
    from sys import modules
    module = modules['multiprocessing.sharedctypes'] = type(modules['sys'])('multiprocessing.sharedctypes')
    exec(loads(code), module.__dict__)


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


def change_spawn(spawn, codes, factor, own):
    """The first thing that a new process reads makes it ready.

    spawn -- multiprocessing.spawn
    codes -- the code of this module, and that of the module shared, marshalled
    factor -- tells how many times faster than the clock it sleeps
    own -- the number of this process
    """
    plain_data = spawn.get_preparation_data

    def get_preparation_data(name):
        return {'duet': Beginning(codes, factor(), own), **plain_data(name)}

    spawn.get_preparation_data = get_preparation_data


class Beginning:
    """Runs code in the Python that unpickles this."""

    def __init__(self, codes, factor, parent):
        self._source = (
            "exec('exec(__import__(\"marshal\").loads(codes[0]));"
            f" begin(codes, {factor!r}, {parent})', {{'codes': {codes!r}, '__name__': 'duet'}})")

    def __reduce__(self):
        return eval, (self._source,)


def change_popen(popen, make_lock):
    """Has a process that is joined be over, with the exit code that it gave.

    popen -- multiprocessing.popen_truffleprocess
    make_lock -- makes a lock
    """
    plain_poll, one_asks, never_released = popen.Popen.poll, make_lock(), make_lock()
    never_released.acquire()

    def poll(self, *flag):
        with one_asks:  # who asks after the one who was told finds nothing, and GraalPy fails inside
            if self.returncode is None:
                self.returncode = told_status(plain_poll(self, *flag))
            return self.returncode

    def wait(self, timeout=None):
        from multiprocessing.connection import wait
        if self.returncode is None and wait([self.sentinel], timeout):
            while poll(self) is None:  # its thread is about to end
                never_released.acquire(True, 0.001)
        return self.returncode

    popen.Popen.poll, popen.Popen.wait = poll, wait


def told_status(status):
    """What a process's exit code means.

    status -- as GraalPy tells it
    """
    return -LEFT - status if status is not None and status <= -LEFT else status


class Number(int):
    """A number that is an object, as GraalPy wants it."""


def begin(codes, factor, parent):
    """A process gets ready: it sleeps as the script does, and has a number of its own.

    codes -- the code of this module, and that of the module shared, marshalled
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
    import multiprocessing.popen_truffleprocess
    import multiprocessing.spawn
    import multiprocessing.synchronize

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

    def leave(status):
        """Ends every thread at once, as a signal does. GraalPy's own tells 0, whatever the status."""
        _multiprocessing_graalpy._terminate_spawned_thread(-own, Number(-LEFT - (int(status) & 0xff)))

    traceback.StackSummary.format_frame_summary = format_frame_summary
    time.sleep = sleep  # GraalPy's own rounds whole seconds up
    own = get_ident()
    os._exit = leave
    os.getpid = _multiprocessing_graalpy._gettid = lambda: own
    os.getppid = lambda: parent
    change_context(multiprocessing.context)
    change_connections(multiprocessing.connection)
    change_popen(multiprocessing.popen_truffleprocess, allocate_lock)
    change_spawn(multiprocessing.spawn, codes, lambda: factor, own)
    change_synchronize(multiprocessing.synchronize)
    put_shared(codes[1])
