"""Imports before the script runs: before GraalPy 25.1 a thread that imports what another one is
importing can fail. Nor is loading the library a part of what the script does."""


class Imports:
    """Imports what a script's threads may import."""

    def __init__(self, queue_type):
        self._queue_type = queue_type

    def early(self, text):
        """What a script with this text may use."""
        if 'queue' in text or 'futures' in text:
            import queue
            queue.SimpleQueue = self._queue_type
        if 'random' in text:
            __import__('random')
        if 'futures' in text:
            __import__('concurrent.futures.thread')
        for name in ('asyncio', 'logging'):  # take as long as a second
            if name in text:
                __import__(name)
        __import__('traceback')  # for the first uncaught exception

    def usual(self):
        """What the next script may use, or a live session."""
        self.early('queue random futures')
        __import__('ast')
