"""Where in the script something happens."""

from os import sep
from sys import _getframe


class Places:
    """Finds the script's frames among the library's and Duet's."""

    def __init__(self, script):
        self._script = script

    def of(self, frame):
        """Where in the script a frame was called from, the script's own frame there, and the
        library's frame that it called, if it called one."""
        called = None
        while frame is not None and not self._script.has(frame.f_code.co_filename):
            called = frame
            frame = frame.f_back
        if frame is None:
            return '', None, None
        name = frame.f_code.co_filename.rpartition(sep)[2]
        return f'{name}:{frame.f_lineno}', frame, called

    def called_from(self):
        """The line of the script at which the calling thread is."""
        return self.of(_getframe())[0]
