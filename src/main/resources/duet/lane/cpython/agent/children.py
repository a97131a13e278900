"""Child processes: their lines arrive with their names."""

import atexit
import os
import sys
from _thread import get_native_id

ENVIRONMENT = 'DUET_CHILD'


class FileLock:
    """Lets one process at a time send a message. Each process has to open it for itself: to the
    system, a lock belongs to a process."""

    def __init__(self, fd):
        import fcntl
        self._fd = fd
        self._lockf, self._exclusive, self._free = fcntl.lockf, fcntl.LOCK_EX, fcntl.LOCK_UN

    def acquire(self):
        self._lockf(self._fd, self._exclusive)

    def release(self):
        self._lockf(self._fd, self._free)


def process_name():
    """What this child process is called."""
    processes = sys.modules.get('multiprocessing.process')
    current = processes.current_process() if processes is not None else None
    if current is None or current.name == 'MainProcess':
        return f'process {os.getpid()}'
    return current.name


def thread_name(threading, shown_name):
    """What the calling thread of this child process is called."""
    name = process_name()
    if get_native_id() == os.getpid():
        return name
    return f'{name}, {shown_name(threading.current_thread().name)}'


class Children:
    """Keeps lines whole in child processes, and apart from the parent's."""

    def __init__(self, messages, streams):
        self._messages = messages
        self._streams = streams
        self._lock_file = None

    def lock_file(self):
        """The descriptor of the file whose lock keeps processes apart."""
        if self._lock_file is None:
            self._lock_file = nameless_file()
        return self._lock_file

    def take_lock_file(self, fd):
        """Uses that of the parent."""
        self._lock_file = fd
        self._messages.share(FileLock(fd))

    def follow_forks(self, become_child):
        """Follows what os.fork starts. What it starts calls `become_child`."""
        def before():
            self.lock_file()
            self._messages.before_fork()

        def in_parent():
            self._messages.share(FileLock(self.lock_file()))
            self._messages.after_fork()

        def in_child():
            self._messages.share(FileLock(self.lock_file()))
            self._messages.after_fork()
            for stream in self._streams:
                stream.after_fork_in_child()
            become_child()

        os.register_at_fork(before=before, after_in_parent=in_parent, after_in_child=in_child)

    def follow_spawned(self, util, file, facts, messages_fd):
        """Follows what multiprocessing starts as a new Python.

        util -- multiprocessing.util
        file -- what such a Python runs first
        facts -- tells what it has to know
        """
        start = util.spawnv_passfds
        names = {'__file__': file, '__name__': 'child'}
        first = f'exec(compile(open({file!r}).read(), "<duet>", "exec"), {names!r});'
        lock_file = self.lock_file()

        def spawnv_passfds(path, args, passfds):
            args = list(args)
            for index, text in enumerate(args):
                if isinstance(text, str) and ('spawn_main' in text or 'forkserver' in text):
                    args[index] = first + text
                    passfds = sorted({*passfds, messages_fd, lock_file})
                    os.environ[ENVIRONMENT] = ' '.join([*facts(), str(lock_file)])
            return start(path, args, passfds)

        util.spawnv_passfds = spawnv_passfds


def nameless_file():
    """A new file that no folder lists, open to read and write."""
    try:
        return os.memfd_create('duet')
    except (AttributeError, OSError):  # not on this system, or not in the sandbox
        import tempfile
        fd, path = tempfile.mkstemp()
        os.unlink(path)
        return fd


def quiet_fork(plain_fork):
    """What replaces os.fork. Python 3.12 and later warn of a fork where there are several threads;
    the one that listens to Duet is no business of the script's."""
    def fork():
        import warnings
        if len(sys._current_frames()) > 2:
            return plain_fork()
        with warnings.catch_warnings():
            warnings.simplefilter('ignore', DeprecationWarning)
            return plain_fork()

    return fork


def follow_here(load, file):
    """Sends the lines of this process, which multiprocessing has started, to Duet."""
    import threading
    facts = os.environ.get(ENVIRONMENT, '').split(' ')
    if len(facts) != 5:
        return
    tag, lane, go, speed, lock_file = facts
    wire = load('wire')
    messages = wire.Messages(tag, lane)
    shown_name = load('threads').shown_name

    def fields():
        name = encoded(thread_name(threading, shown_name))
        return f',"thread":{name},"tid":{get_native_id()}'

    encoded = wire.encoded
    make = load('printed').Printed
    out = make(sys.stdout, 'out', messages, fields)
    err = make(sys.stderr, 'err', messages, fields)
    out.go = err.go = int(go)
    sys.stdout = sys.__stdout__ = out
    sys.stderr = sys.__stderr__ = err
    children = Children(messages, (out, err))
    children.take_lock_file(int(lock_file))
    children.follow_forks(lambda: None)
    changes = {} if float(speed) == 1 else load('paced').quicken(
        load, float(speed), get_native_id)
    load('after_import').install({
        'multiprocessing.util': lambda util: children.follow_spawned(
            util, file, lambda: facts[:-1], wire.MESSAGES),
        **changes})
    leave = os._exit

    def finish_and_leave(status):
        out.flush_all()
        err.flush_all()
        leave(status)

    os._exit = load('guise').in_place_of(leave, finish_and_leave)
    atexit.register(out.flush_all)
    atexit.register(err.flush_all)
