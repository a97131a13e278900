"""`--speed`: every timed wait takes a fraction of its time."""

from sys import implementation
from time import monotonic, time

Namespace = type(implementation)


class Pace:
    """How many times faster than the clock the script waits."""

    def __init__(self):
        self.factor = 1.0

    def scaled(self, timeout):
        """How long to wait for a timeout, in seconds."""
        is_time = isinstance(timeout, (int, float)) and timeout > 0
        return timeout / self.factor if is_time else timeout

    def set(self, factor, threading):
        """Divides the timeout of every wait in threading, queue and concurrent.futures. They count
        what is left of a timeout by a clock of their own, which therefore runs faster."""
        self.factor = factor
        if factor == 1:
            return
        import concurrent.futures._base as futures
        import queue

        def fast_clock():
            return monotonic() * factor

        queue.time = fast_clock
        threading._time = fast_clock
        futures.time = Namespace(monotonic=fast_clock, time=time)
