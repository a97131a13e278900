"""The script runs."""

import atexit
import builtins
import os
import site
import sys
import warnings
from _frozen_importlib_external import SourceFileLoader

Module = type(sys)


class Running:
    """Runs what was compiled, as `python3` would."""

    def __init__(self, script, threading, threads, failures, streams, noted, files, tasks,
                 give_way):
        """give_way -- is called with the folder of a script that is about to run"""
        self._script = script
        self._threading = threading
        self._threads = threads
        self._failures = failures
        self._streams = streams
        self._noted = noted
        self._files = files
        self._tasks = tasks
        self._give_way = give_way
        self._await_threads = threading._shutdown
        # What is imported before any script does nothing.
        process_wide = {'signal', 'ctypes', 'locale', 'faulthandler', 'socket', '_socket', 'mmap',
                        'fcntl'}
        self._process_wide = process_wide.difference(sys.modules)

    def main_module(self, path):
        """The module in which a script, or what is typed, runs on the main thread."""
        module = Module('__main__')
        module.__builtins__ = builtins
        sys.modules['__main__'] = module
        self._script.module = module
        self._script.path = path
        site.setquit()
        site.setcopyright()
        site.sethelper()
        self._threads.tell_name(self._threads.main)
        return module

    def begin(self):
        """Returns what runs the script, and with what it is to be called. Java calls it, so that
        nothing that a script can change or catch is between the script and Java, which decides how
        it has ended."""
        module = self._script_module()
        folder = os.path.dirname(self._script.path)
        sys.path.insert(0, folder)
        self._give_way(folder)
        for warning in self._script.warnings:
            warnings._showwarnmsg(warning)
        if self._script.notebook is not None:
            return [self._script.notebook.run, module.__dict__]
        return [exec, self._script.code, module.__dict__]

    def finish(self):
        """Waits for every thread that is not a daemon, and calls what is to be called last."""
        self._noted(('join', None, None, False), self._await_threads)
        self._tasks.tell_unretrieved()
        try:
            atexit._run_exitfuncs()
        except BaseException:
            pass  # it is told already, and changes no outcome in CPython
        self._files.write_out_all()

    def hand_over(self):
        """Hands over what threads have printed without a line end. Java's business, at the end."""
        for stream in self._streams:
            stream.flush_all()

    def warm_up(self):
        """Runs the script to its end, for the sake of the compiler."""
        module = self._script_module()
        try:
            self._execute(module)
        except BaseException:
            pass  # it is told when the script runs for real
        for thread in self._threading.enumerate():
            if thread is not self._threads.main and not thread.daemon:
                thread.join()

    def _script_module(self):
        path = self._script.path
        module = self.main_module(path)
        module.__file__, module.__cached__, module.__annotations__ = path, None, {}
        module.__loader__ = SourceFileLoader('__main__', path)
        sys.argv = [path, *self._script.arguments]
        return module

    def _execute(self, module):
        if self._script.notebook is not None:
            self._script.notebook.run(module.__dict__)
        else:
            exec(self._script.code, module.__dict__)

    def tell(self, error, exits):
        """Tells what has ended the script early: an exception, or with exits, perhaps os._exit()."""
        if isinstance(error, SystemExit):
            self._exit_with(error.code)
        elif not exits:
            self._fail(error)

    def _fail(self, error):
        kind, trace = type(error), error.__traceback__
        if sys.excepthook is not sys.__excepthook__:
            self._failures.add(f'uncaught in thread main: {kind.__name__}')
            sys.excepthook(kind, error, trace)
        else:
            self._failures.report('main', kind, error, trace)

    def _exit_with(self, code):
        if code is not None and not isinstance(code, int):
            self._failures.complain(f'{code}\n')

    def leaves_nothing(self):
        """Whether the script that has completed did nothing that outlasts its Python."""
        alone = self._threading.active_count() == 1
        return alone and self._process_wide.isdisjoint(sys.modules)
