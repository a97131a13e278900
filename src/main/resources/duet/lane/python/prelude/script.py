"""What is played."""


class Script:
    """The script, as far as it is known. The main thread fills this in before the script runs."""

    def __init__(self, library=''):
        """library -- the folder of Python's library"""
        self.path = ''
        self.code_path = ''  # what Python makes of the path: without `./`, and of a link its target
        self.arguments = []
        self.is_given = False  # as it is, except in a live session, where code is typed
        self.code = None
        self.notebook = None  # runs the cells, where there are cells instead of code
        self.module = None
        self.lines = {}  # of each of its files
        self.warnings = []  # of its compilation
        self.others = set()  # its modules beside it, when exploring
        self._library = library

    def has(self, filename):
        """Whether code in a file of this name is the script's."""
        if filename == self.path or filename == self.code_path or filename in self.others:
            return True
        return self.notebook is not None and filename.startswith(self.path + ', cell ')

    def told_file(self, filename):
        """What the reader calls a file. The library is in a folder deep inside Duet."""
        if filename == self.code_path:
            return self.path
        if self._library and filename.startswith(self._library + '/'):
            return '<python>' + filename[len(self._library):]
        return filename

    def line(self, filename, number):
        """A line of the script, or an empty string."""
        lines = self.lines.get(filename, ())
        return lines[number - 1] if 0 < number <= len(lines) else ''
