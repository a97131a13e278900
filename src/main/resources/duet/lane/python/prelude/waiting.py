"""Waits for a condition, and for a thread to end."""

from sys import _getframe


def install(threading, noted, pace, in_place_of):
    """Replaces `Condition.wait` and `Thread.join` by ones whose waits are noted."""
    plain_wait = threading.Condition.wait
    plain_join = threading.Thread.join

    def wait(self, timeout=None):
        what = 'wait', self, _getframe(1), timeout is not None
        return noted(what, plain_wait, self, pace.scaled(timeout))

    def join(self, timeout=None):
        what = 'join', self, _getframe(1), timeout is not None
        return noted(what, plain_join, self, pace.scaled(timeout))

    threading.Condition.wait = in_place_of(plain_wait, wait)
    threading.Thread.join = in_place_of(plain_join, join)
