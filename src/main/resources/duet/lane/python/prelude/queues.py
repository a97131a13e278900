"""The queue at which the workers of a pool wait."""

from _queue import Empty
from _queue import SimpleQueue as PlainQueue
from sys import _getframe


def make_queue(noted, pace, in_place_of):
    """The class that replaces `queue.SimpleQueue`."""

    class SimpleQueue(PlainQueue):
        """A queue whose waits are noted."""

        def get(self, block=True, timeout=None):
            try:
                return super().get(False)
            except Empty:
                if not block:
                    raise
            wait = 'wait', self, _getframe(1), timeout is not None
            return noted(wait, super().get, True, pace.scaled(timeout))

    return in_place_of(PlainQueue, SimpleQueue)
