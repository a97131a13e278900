"""Where in the script something happens."""

from os import sep
from sys import _getframe


class Places:
    """Finds the script's frames among the library's and Duet's."""

    def __init__(self, script):
        self._script = script

    def of(self, frame):
        """The script's line from which a frame was called, the script's own frame there, and the
        library's frame that it called, if it called one. The thread itself asks: to another one the
        callers of a generator are not known."""
        called = None
        while frame is not None and not self._script.has(frame.f_code.co_filename):
            called = frame
            frame = frame.f_back
        return (frame.f_lineno, frame, called) if frame is not None else (0, None, None)

    def told(self, line, frame):
        """File and line, or an empty string where there is no frame of the script."""
        if frame is None:
            return ''
        return f'{self._script.told_file(frame.f_code.co_filename).rpartition(sep)[2]}:{line}'

    @staticmethod
    def call(frame):
        """What a library's frame is a call of."""
        of = frame.f_locals.get('self')
        name = frame.f_code.co_name
        return name if of is None else f'{type(of).__name__}.{name}'

    def called_from(self):
        """The line of the script at which the calling thread is."""
        line, frame, _ = self.of(_getframe())
        return self.told(line, frame)
