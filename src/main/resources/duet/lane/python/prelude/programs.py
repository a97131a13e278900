"""Programs that a script starts."""

import os
from _thread import allocate_lock

FAILING = 'openpty', 'getpgid', 'setpgid', 'getpgrp', 'getsid', 'setsid', 'killpg'  # inside GraalPy


class Programs:
    """Remembers which programs were waited for: GraalPy fails inside where a second one waits."""

    def __init__(self):
        self._over = set()
        self._lock = allocate_lock()
        self._wait = os.waitpid

    def wait(self, pid, options, /):
        """`os.waitpid`."""
        with self._lock:
            is_over = pid in self._over
        if is_over:
            raise ChildProcessError(10, 'No child processes')
        found, status = self._wait(pid, options)
        if found:
            with self._lock:
                self._over.add(found)
        return found, status

    def begins(self, pid):
        """A program may get the number of one that is over."""
        with self._lock:
            self._over.discard(pid)


def install(parent, named):
    """Replaces what GraalPy fails at.

    parent -- tells the number of the process that has started this one
    """
    import _posixsubprocess
    programs = Programs()
    plain_fork_exec = _posixsubprocess.fork_exec

    def fork_exec(*arguments):
        pid = plain_fork_exec(*arguments)
        programs.begins(pid)
        return pid

    _posixsubprocess.fork_exec = named('_posixsubprocess', 'fork_exec', fork_exec)
    os.waitpid = named('os', 'waitpid', programs.wait)
    os.getppid = named('os', 'getppid', parent)
    for name in FAILING:
        delattr(os, name)
        os.__all__.remove(name)
