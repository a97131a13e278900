"""Signals that a script sends to itself, and those that the system sends."""

import _signal
import os
from _thread import allocate_lock, get_ident
from io import UnsupportedOperation
from sys import _getframe

DEFAULT, IGNORED = 0, 1
INTERRUPT, KILL, STOP = 2, 9, 19
CARRIER = 26  # SIGVTALRM, which nobody else sends: it has GraalPy call back on the main thread
HIGHEST = 64
HARMLESS = 17, 18, 23, 28  # SIGCHLD, SIGCONT, SIGURG, SIGWINCH do nothing by default
STOPPING = STOP, 20, 21, 22
ONLY_FROM_MAIN = 'signal only works in main thread of the main interpreter'
WRONG_HANDLER = 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object'
ONLY_THESE = ("Duet's Python lane can send the programs that the script has started SIGTERM and"
              ' SIGKILL, no other signal')
LONGEST_SECONDS = 1e6


class Signals:
    """The handlers of a script, which run on the main thread, as in CPython. GraalPy has no handler
    for SIGINT, and cannot send a signal to its own process."""

    def __init__(self, places, wake_main):
        """wake_main -- wakes the main thread if it sleeps"""
        self._places = places
        self._wake_main = wake_main
        self._main = get_ident()
        self._handlers = {INTERRUPT: _signal.default_int_handler}
        self._pending = []
        self._paused = None
        self._has_carrier = False
        self.is_heard = False  # whether the system may send one, which a sleep has to hear

    def handler(self, number, /):
        return self._handlers.get(valid(number), DEFAULT)

    def set(self, number, handler, /):
        """`signal.signal`."""
        if get_ident() != self._main:
            raise ValueError(ONLY_FROM_MAIN)
        if valid(number) in (KILL, STOP):
            raise OSError(22, 'Invalid argument')
        if handler not in (DEFAULT, IGNORED) and not callable(handler):
            raise TypeError(WRONG_HANDLER)
        before = self.handler(number)
        self._handlers[number] = handler
        self._listen(number, handler)
        return before

    def _listen(self, number, handler):
        """Has the system's signals come here, too. Ctrl-C is Duet's, which stops the play."""
        if number in (INTERRUPT, CARRIER):
            return
        try:
            plain_signal(number, self._come if callable(handler) else handler)
            self.is_heard = True
        except (ValueError, OSError, TypeError):
            pass  # the Java virtual machine keeps it, so it comes from the script only

    def _come(self, number, frame):
        self._pending.append(number)
        self.run()

    def send(self, number):
        """Does what a signal to this process does."""
        handler = self.handler(number)
        if handler == IGNORED or handler == DEFAULT and number in HARMLESS:
            return
        if handler == DEFAULT:
            self._act(number)
        elif hasattr(handler, 'runs_anywhere'):
            handler(number, None)
        else:
            self._pending.append(number)
            if get_ident() == self._main:
                self.run()
            else:
                self._carry()

    def _act(self, number):
        """Does what a signal does that has no handler: it stops or kills the process."""
        if os.system(f'kill -{number if number in STOPPING else KILL} {os.getpid()}') != 0:
            raise PermissionError(1, 'Operation not permitted')

    def _carry(self):
        if not self._has_carrier:
            self._has_carrier = True
            plain_signal(CARRIER, lambda number, frame: self.run())
        plain_raise(CARRIER)
        self._wake_main()

    def run(self):
        """Calls handlers, on the main thread. Returns whether it has called any."""
        has_run = False
        while self._pending:
            number = self._pending.pop(0)
            has_run = True
            if self._paused is not None:
                self._paused.release()
                self._paused = None
            handler = self.handler(number)
            if callable(handler):
                handler(number, self._places.of(_getframe())[1])
        return has_run

    def interrupt_main(self, signum=INTERRUPT, /):
        """`_thread.interrupt_main`."""
        if self.handler(signum) not in (DEFAULT, IGNORED):
            self.send(signum)

    def kill(self, pid, number, /):
        """`os.kill`."""
        if pid == os.getpid():
            if not 0 <= number <= HIGHEST:
                raise OSError(22, 'Invalid argument')
            if number != 0:  # which only asks whether there is such a process
                self.send(number)
            return None
        try:
            return plain_kill(pid, number)
        except UnsupportedOperation:
            raise NotImplementedError(ONLY_THESE) from None

    def raise_signal(self, number, /):
        self.send(valid(number))

    def pthread_kill(self, ident, number, /):
        self.send(number)

    def pause(self):
        """`signal.pause`: until a handler has run."""
        paused = self._paused = allocate_lock()
        paused.acquire()
        self.is_heard = True
        paused.acquire()

    def sleep(self, seconds):
        """Sleeps on the main thread so that handlers run meanwhile."""
        never_released = allocate_lock()
        never_released.acquire()
        never_released.acquire(True, min(seconds, LONGEST_SECONDS))

    def are_mine(self):
        """Whether handlers run on the calling thread."""
        return get_ident() == self._main


def valid(number):
    if not 1 <= number <= HIGHEST:
        raise ValueError('signal number out of range')
    return int(number)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    if fd != -1:
        raise NotImplementedError(
            "Duet's Python lane writes no signals to a file descriptor: use a handler")
    return -1


def install(signals, named):
    """Has the library use these functions. `signal` takes them when it is imported."""
    import _thread
    for name, work in (
            ('signal', signals.set), ('getsignal', signals.handler), ('pause', signals.pause),
            ('raise_signal', signals.raise_signal), ('pthread_kill', signals.pthread_kill),
            ('set_wakeup_fd', set_wakeup_fd)):
        setattr(_signal, name, named('signal', name, work))
    _signal.ItimerError = OSError
    _thread.interrupt_main = named('_thread', 'interrupt_main', signals.interrupt_main)
    os.kill = named('os', 'kill', signals.kill)


plain_signal, plain_raise, plain_kill = _signal.signal, _signal.raise_signal, os.kill
