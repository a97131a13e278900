"""What get_ipython() returns in a notebook."""

import os
import re
import sys

EXPANDED = re.compile(r'\{\{|\}\}|\$\$|\{([^{}]+)\}|\$([^\W\d]\w*(?:\.\w+)*)')


class Lines(list):
    """The lines that a command printed."""

    @property
    def n(self):
        return '\n'.join(self)

    @property
    def s(self):
        return ' '.join(self)

    @property
    def l(self):
        return list(self)


class InteractiveShell:
    """Calls magics and commands. The script sees it, so its names are IPython's.

    ast_node_interactivity -- which values a cell shows
    """

    ast_node_interactivity = 'last_expr'
    config = {}

    def __init__(self, space, run_source, skipped, magics):
        """
        run_source -- runs Python in the namespace of the cells
        skipped -- tells the reader which text of a cell is not played
        magics -- makes the magics of a shell: of lines, and of whole cells
        """
        self.user_ns = self.user_global_ns = space
        self.execution_count = 1
        self.run_source = run_source
        self._skipped = skipped
        self._of_lines, self._of_cells = magics(self)

    def has_magic(self, name):
        return name in self._of_lines

    def run_line_magic(self, name, line):
        magic = self._of_lines.get(name)
        if magic is None:
            return self._skipped(f'%{name} {line}'.rstrip())
        return magic(line if name in ('time', 'timeit', 'prun') else self.var_expand(line))

    def run_cell_magic(self, name, line, cell):
        magic = self._of_cells.get(name)
        if magic is None:
            return self._skipped(f'%%{name} {line}'.rstrip())
        number = sys._getframe(1).f_lineno  # the cell's lines keep their numbers
        return magic(self.var_expand(line), '\n' * number + cell)

    def magic(self, text):
        name, _, line = text.lstrip('%').partition(' ')
        return self.run_line_magic(name, line.strip())

    def run_cell(self, source, **ignored):
        return self.run_source(source)

    def ev(self, expression):
        return eval(expression, self.user_ns)

    def ex(self, source):
        exec(source, self.user_ns)

    def push(self, variables, **ignored):
        self.user_ns.update(variables)

    def var_expand(self, text):
        """The text with the values of `{expression}` and `$name` in it; as it is where one of the
        expressions has no value."""
        def value(match):
            if match[1] is None and match[2] is None:
                return match[0][0]
            try:
                return str(eval(match[1] or match[2], self.user_ns))
            except Exception:
                if match[2] is not None:
                    return match[0]
                raise LookupError from None

        try:
            return EXPANDED.sub(value, text)
        except LookupError:
            return text

    def system(self, command):
        """Runs a command and prints what it prints."""
        if self._installs(command):
            return
        process = self._started(command)
        for line in process.stdout:
            print(line, end='')
        self.user_ns['_exit_code'] = process.wait()

    def getoutput(self, command):
        """Runs a command; returns the lines that it prints."""
        if self._installs(command):
            return Lines()
        process = self._started(command)
        lines = Lines(process.stdout.read().splitlines())
        process.wait()
        return lines

    def _installs(self, command):
        """Whether a command is to install something, which Duet leaves to the reader."""
        if not re.match(r'\s*(\S*python\S* -m )?(pip|pip3|conda|mamba|apt|apt-get)\b', command):
            return False
        self._skipped('!' + command)
        return True

    def _started(self, command):
        import subprocess
        for stream in sys.stdout, sys.stderr:
            stream.flush()
        return subprocess.Popen(
            self.var_expand(command), shell=True, text=True, errors='replace', cwd=os.getcwd(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
