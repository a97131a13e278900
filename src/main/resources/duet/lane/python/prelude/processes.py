"""Processes that a script starts by multiprocessing."""

import os
from sys import _getframe

UNGUARDED = ("the new process would import this script again and come to this line, too: put it below"
             " if __name__ == '__main__':")
NOT_IN_A_FILE = ("a new process imports the script again, which works in a script of its own, not in a"
                 " notebook or a live session")


class Processes:
    """Has multiprocessing play in a script, and say at the script's line what does not."""

    def __init__(self, script, pace, noted, tell_name, spawned, codes, make_lock):
        """
        tell_name -- is called with a thread's ident and its name
        spawned -- the module of that name
        codes -- its code, and that of the module shared, marshalled, for the Python of a process
        make_lock -- makes a lock in which nobody sees a thread wait
        """
        self._script = script
        self._pace = pace
        self._noted = noted
        self._tell_name = tell_name
        self._spawned = spawned
        self._codes = codes
        self._make_lock = make_lock

    def changes(self):
        """What is to be changed of which module."""
        return {
            'multiprocessing.context': self._change_context,
            'multiprocessing.connection': self._change_connection,
            'multiprocessing.spawn': self._change_spawn,
            'multiprocessing.synchronize': self._spawned.change_synchronize,
            'multiprocessing.popen_truffleprocess': self._change_popen,
            'concurrent.futures.process': change_executor,
        }

    def _change_context(self, context):
        import _multiprocessing_graalpy
        _multiprocessing_graalpy._gettid = os.getpid
        self._spawned.change_context(context)
        self._spawned.put_shared(self._codes[1])
        plain_popen = context.GraalPyProcess._Popen

        def start(process):
            self._check()
            popen = plain_popen(process)
            popen.pid = popen.ident = abs(popen.pid)  # of its thread, and os.getpid() in the process
            popen.name = process.name
            self._tell_name(popen.ident, popen.name)
            return popen

        context.GraalPyProcess._Popen = staticmethod(start)

    def _change_connection(self, connection):
        self._spawned.change_connections(connection)
        plain_read, noted = connection.Connection._recv_mp_read, self._noted

        def read(self, size):
            return noted(('wait', self, _getframe(1), False), plain_read, self, size)

        connection.Connection._recv_mp_read = read

    def _change_spawn(self, spawn):
        self._spawned.change_spawn(spawn, self._codes, lambda: self._pace.factor, os.getpid())

    def _change_popen(self, popen):
        self._spawned.change_popen(popen, self._make_lock)
        plain_wait, noted = popen.Popen.wait, self._noted

        def wait(self, timeout=None):
            what = 'join', self, _getframe(1), timeout is not None
            return noted(what, plain_wait, self, timeout)

        popen.Popen.wait = wait

    def _check(self):
        """Raises at the script's line where the new process would fail."""
        if not self._script.is_given or self._script.notebook is not None:
            raise NotImplementedError(NOT_IN_A_FILE)
        frame = _getframe(1)
        while frame is not None:
            code = frame.f_code
            if code.co_name == '<module>' and self._script.has(code.co_filename):
                if not self._is_guarded(code.co_filename, frame.f_lineno):
                    raise RuntimeError(UNGUARDED)
            frame = frame.f_back

    def _is_guarded(self, filename, line):
        """Whether a line runs only where the script is the main program."""
        import ast
        tree = ast.parse('\n'.join(self._script.lines[filename]))
        return any(
            isinstance(node, ast.If) and node.lineno <= line <= node.end_lineno
            and any(isinstance(part, ast.Name) and part.id == '__name__'
                    for part in ast.walk(node.test))
            for node in ast.walk(tree))


def change_executor(process):
    """ProcessPoolExecutor needs no semaphores of the system here.

    process -- concurrent.futures.process
    """
    process._check_system_limits = lambda: None
