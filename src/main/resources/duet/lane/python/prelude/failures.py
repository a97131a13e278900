"""What failed and was not caught."""

import sys
from _thread import allocate_lock
from os.path import basename


class Failures:
    """Prints tracebacks without the frames of Duet, and tells Java a line of each failure. Java
    keeps the first: here a script could remove it."""

    def __init__(self, err, own_files, script, shown_name, tell, end_line, hint,
                 words=str):
        """
        err -- where standard error goes if the script has broken it
        own_files -- the names of the files whose frames are left out
        shown_name -- makes what Duet shows of a thread's name
        tell -- is called with the line of each failure
        end_line -- ends what the calling thread has printed without a line end
        hint -- makes a sentence that follows an error, or an empty string
        words -- makes what is shown of the text of a SystemError
        """
        self._err = err
        self._own_files = own_files
        self._script = script
        self._shown_name = shown_name
        self._tell = tell
        self._end_line = end_line
        self._hint = hint
        self._words = words
        self._telling = allocate_lock()

    def add(self, line):
        self._tell(line)

    def told(self, kind, value, trace):
        """The traceback of an exception and of its causes, without Duet's frames. One thread at a
        time: it changes linecache, and two threads that import at once can fail."""
        with self._telling:
            import traceback
            told = traceback.TracebackException(kind, value, trace)
        hint = self._hint(value)
        if hint:
            told.__notes__ = [*(getattr(told, '__notes__', None) or ()), hint]
        chain = told
        while chain is not None:
            guest = [frame for frame in chain.stack if frame.filename not in self._own_files]
            for frame in guest:
                frame.filename = self._script.told_file(frame.filename)
            is_cell = not guest and hasattr(chain, 'filename')  # a syntax error, without callers
            if chain.exc_type is SystemError:
                chain._str = self._words(chain._str)
            chain.stack = None if is_cell else traceback.StackSummary.from_list(guest)
            chain = chain.__cause__ or chain.__context__
        return told

    def remember_source(self, filename, source):
        """Lets tracebacks find the lines of code that is in no file."""
        with self._telling:
            import linecache
            lines = [line + '\n' for line in source.splitlines()]  # as of a file, or carets are wrong
            linecache.cache[filename] = len(source), None, lines, filename

    def _place(self, told):
        """The innermost line of the script in a traceback or in those of its causes."""
        while told is not None:
            wrong = getattr(told, 'filename', None)  # of a syntax error
            if wrong is not None and self._script.has(wrong):
                return f' at {basename(wrong)}:{told.lineno}'
            for frame in reversed(told.stack or ()):
                if self._script.has(frame.filename):
                    return f' at {basename(frame.filename)}:{frame.lineno}'
            told = told.__cause__ or told.__context__
        return ''

    def report(self, thread_name, kind, value, trace):
        """Prints an exception that nobody caught."""
        told = self.told(kind, value, trace)
        text = ''.join(told.format())
        where = self._place(told)
        told.__notes__ = None
        last = ''.join(told.format_exception_only()).strip().splitlines()[-1]
        self.add(f'uncaught in thread {self._shown_name(thread_name)}{where}: {last}')
        in_thread = '' if thread_name == 'main' else f'Exception in thread {thread_name}:\n'
        self.complain(in_thread + text)

    def complain(self, text):
        """Writes to standard error, or to where that went before the script broke it."""
        self._end_line()
        try:
            sys.stderr.write(text)
        except BaseException:
            self._err.write(text)
