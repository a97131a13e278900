"""Imports before the script runs: before GraalPy 25.1 a thread that imports what another one is
importing can fail. Nor is loading the library a part of what the script does."""


import os
import sys

EARLY = {'asyncio', 'concurrent', 'logging', 'queue', 'random', 'threading'}


class Imports:
    """Imports what a script's threads may import."""

    def __init__(self, queue_type, change_loops, load_traceback):
        """
        change_loops -- is called with asyncio's module selector_events
        load_traceback -- loads what the first uncaught exception needs
        """
        self._queue_type = queue_type
        self._change_loops = change_loops
        self._load_traceback = load_traceback

    def early(self, text):
        """What a script with this text may use."""
        if 'queue' in text or 'futures' in text or 'asyncio' in text:
            import queue
            queue.SimpleQueue = self._queue_type
        if 'random' in text:
            __import__('random')
        if 'futures' in text:
            __import__('concurrent.futures.thread')
        if 'logging' in text:
            __import__('logging')  # a quarter of a second
        if 'asyncio' in text:  # as long as a second
            import asyncio.selector_events
            self._change_loops(asyncio.selector_events)
        if self._load_traceback is not None:
            self._load_traceback()
            self._load_traceback = None

    def give_way(self, folder):
        """Forgets modules of the library, if the script's folder has one of the same name. In
        CPython they are not imported before, and the script's own one comes first."""
        try:
            beside = {name.removesuffix('.py') for name in os.listdir(folder or '.')}
        except OSError:
            return
        for name in [*sys.modules]:
            if name.partition('.')[0] in EARLY & beside:
                del sys.modules[name]

    def usual(self):
        """What the next script may use, or a live session."""
        self.early('queue random futures')
        __import__('ast')
