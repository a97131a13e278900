import builtins
import sys


class Threading:
    def __init__(self):
        self.did = []
        self.threads = [object()]

    def _shutdown(self):
        self.did.append('awaited')

    def active_count(self):
        return len(self.threads)

    def enumerate(self):
        return self.threads


class Threads:
    def __init__(self, main):
        self.main = main

    def tell_name(self, thread):
        pass


class Failures:
    def __init__(self):
        self.lines, self.reports, self.complaints = [], [], []
        self.add, self.complain = self.lines.append, self.complaints.append

    def report(self, thread, kind, value, trace):
        self.reports.append((thread, kind))
        self.add(kind.__name__)

    def first(self):
        return self.lines[0] if self.lines else ''


class Stream:
    def __init__(self, did):
        self.flush_all = lambda: did.append('handed over')


class Played:
    """A script that is run, with everything put back afterwards."""

    def __init__(self, load, source, path='/home/a.py'):
        self.script = load('script').Script()
        self.script.path, self.script.arguments = path, ['x', 'y']
        self.script.code = compile(source, path, 'exec')
        self.threading, self.failures = Threading(), Failures()
        self.waits = []
        self.running = load('running').Running(
            self.script, self.threading, Threads(self.threading.threads[0]), self.failures,
            [Stream(self.threading.did)], self.noted, self, self, lambda folder: None)
        main, path, argv = sys.modules['__main__'], list(sys.path), sys.argv
        quit = {name: getattr(builtins, name, None) for name in ('exit', 'quit')}
        try:
            self.raised = None
            try:
                run, *arguments = self.running.begin()
                run(*arguments)
            except BaseException as error:
                self.raised = error
                self.running.tell(error, False)
            self.running.finish()
            self.running.hand_over()
            self.result = self.failures.first()
            self.first_folder, self.argv = sys.path[0], sys.argv
        finally:
            sys.modules['__main__'], sys.path[:], sys.argv = main, path, argv
            builtins.__dict__.update(quit)

    def noted(self, wait, call):
        self.waits.append(wait)
        return call()

    def write_out_all(self):
        self.threading.did.append('files written out')

    def tell_unretrieved(self):
        self.threading.did.append('tasks told')


def test_to_its_end(load):
    played = Played(load, 'x = 1')
    assert played.result == '' and played.script.module.x == 1
    assert played.waits == [('join', None, None, False)]
    assert played.threading.did == [
        'awaited', 'tasks told', 'files written out', 'handed over']


def test_what_it_finds(load):
    played = Played(load, 'import sys\nmain = sys.modules["__main__"]\nnames = sorted(dir())')
    space = played.script.module.__dict__
    assert space['main'] is played.script.module
    assert space['names'] == [
        '__annotations__', '__builtins__', '__cached__', '__doc__', '__file__', '__loader__',
        '__name__', '__package__', '__spec__', 'main', 'sys'], space['names']
    assert (space['__file__'], space['__name__']) == ('/home/a.py', '__main__')
    assert played.first_folder == '/home' and played.argv == ['/home/a.py', 'x', 'y']


def test_an_exception(load):
    played = Played(load, '1 / 0')
    assert played.failures.reports == [('main', ZeroDivisionError)]
    assert isinstance(played.raised, ZeroDivisionError)
    assert played.result == 'ZeroDivisionError' and played.waits


def test_an_exception_with_a_hook_of_the_scripts(load):
    plain = sys.excepthook
    try:
        played = Played(load, 'import sys\nseen = []\n'
                              'sys.excepthook = lambda *error: seen.append(error[0])\n1 / 0')
    finally:
        sys.excepthook = plain
    assert played.script.module.seen == [ZeroDivisionError]
    assert played.result == 'uncaught in thread main: ZeroDivisionError'


def test_exits(load):
    """Java tells with what status."""
    for code in ('', '0', '3'):
        played = Played(load, f'raise SystemExit({code})')
        assert isinstance(played.raised, SystemExit) and played.result == ''


def test_an_exit_with_a_text(load):
    played = Played(load, 'raise SystemExit("so")')
    assert isinstance(played.raised, SystemExit)
    assert played.failures.complaints == ['so\n']
    assert played.result == ''  # Java tells of the status


def test_a_notebook_runs_its_cells(load):
    class Notebook:
        def run(self, space):
            space['ran'] = True

    played = Played(load, '')
    played.script.notebook = Notebook()
    main, path, argv = sys.modules['__main__'], list(sys.path), sys.argv
    try:
        run, space = played.running.begin()
    finally:
        sys.modules['__main__'], sys.path[:], sys.argv = main, path, argv
    run(space)
    assert space['ran']


def test_a_warm_up_tells_nothing_and_awaits_its_threads(load):
    class Thread:
        joined = daemon = False

        def join(self):
            self.joined = True

    played = Played(load, '1 / 0')
    worker, daemon = Thread(), Thread()
    daemon.daemon = True
    played.threading.threads += [worker, daemon]
    played.failures.reports.clear()
    main, argv = sys.modules['__main__'], sys.argv
    try:
        played.running.warm_up()
    finally:
        sys.modules['__main__'], sys.argv = main, argv
    assert played.failures.reports == [] and worker.joined and not daemon.joined


def test_what_is_left(load):
    played = Played(load, '')
    assert played.running.leaves_nothing()
    played.threading.threads.append(object())
    assert not played.running.leaves_nothing()
    played.threading.threads.pop()
    missing = [name for name in ('ctypes', 'mmap', 'fcntl') if name not in sys.modules]
    sys.modules[missing[0]] = sys
    try:
        assert not played.running.leaves_nothing()
    finally:
        del sys.modules[missing[0]]
