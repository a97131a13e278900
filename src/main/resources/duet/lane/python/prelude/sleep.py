"""`time.sleep`, accurate: GraalPy's own rounds whole seconds up by as much as one."""

from operator import index
from sys import _getframe
from time import monotonic
from time import sleep as plain_sleep

LONGEST = 9e9


def make_sleep(host_sleep, signals, noted, pace, in_place_of):
    """The function that replaces `time.sleep`.

    host_sleep -- sleeps for some seconds, and returns whether it was woken
    """

    def interruptible(seconds):
        """Goes on when a handler has run, as in CPython."""
        end = monotonic() + seconds
        while host_sleep(seconds):
            if not signals.run():
                await_interrupt()
            seconds = max(0, end - monotonic())

    def sleep(seconds, /):
        duration = seconds if isinstance(seconds, float) else float(index(seconds))
        check(duration)
        own = signals.sleep if signals.is_heard and signals.are_mine() else interruptible
        noted(('sleep', None, _getframe(1), True), own, duration / pace.factor)

    return in_place_of(plain_sleep, sleep)


def check(duration):
    """Raises what CPython raises."""
    if duration < 0:
        raise ValueError('sleep length must be non-negative')
    if duration != duration:
        raise ValueError('Invalid value NaN (not a number)')
    if duration > LONGEST:
        raise OverflowError('timestamp too large to convert to C PyTime_t')


def await_interrupt():
    """A live session is interrupted: GraalPy is about to raise, at one of the next steps."""
    end = monotonic() + 0.5
    while monotonic() < end:
        pass
    raise KeyboardInterrupt
