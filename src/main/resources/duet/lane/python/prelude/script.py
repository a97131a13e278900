"""What is played."""


class Script:
    """The script, as far as it is known. The main thread fills this in before the script runs."""

    def __init__(self):
        self.path = ''
        self.code_path = ''  # what Python makes of the path: without `./`, and of a link its target
        self.arguments = []
        self.is_given = False  # as it is, except in a live session, where code is typed
        self.code = None
        self.notebook = None  # runs the cells, where there are cells instead of code
        self.module = None

    def has(self, filename):
        """Whether code in a file of this name is the script's."""
        if filename == self.path or filename == self.code_path:
            return True
        return self.notebook is not None and filename.startswith(self.path + ', cell ')
