"""The whole prelude, in a Python of its own."""

import _thread
import os
import sys


class Host:
    """What Java does."""

    def __init__(self):
        self.printed, self.names, self.failures = [], {}, []

    def sleep(self, seconds):
        return False

    def wake_main(self):
        pass

    def parent(self):
        return 1

    def name(self, ident, name):
        self.names[ident] = name

    def end_line(self, ident):
        pass

    def failed(self, line):
        self.failures.append(line)

    def print_out(self, ident, text, begun):
        self.printed.append(text)

    def print_err(self, ident, text, begun):
        self.printed.append('err: ' + text)

    def show_html(self, ident, text):
        self.printed.append('html: ' + text)

    def note(self, ident, text):
        self.printed.append('note: ' + text)

    def east_asian_width(self, character):
        return 'W'


class Installed:
    """The prelude, put in place by the first test for all of them."""
    before = {}
    host = prelude = None


def installed(load):
    if Installed.prelude is None:
        import builtins
        Installed.before = {'builtins': set(dir(builtins)), 'modules': set(sys.modules)}
        Installed.host = Host()
        Installed.prelude = load('install').install(Installed.host, ['/nowhere'], load)
    return Installed.prelude, Installed.host


def play(load, source, path='/nowhere/script.py'):
    """The module of a script that has run to its end, and its first failure."""
    prelude, host = installed(load)
    host.printed.clear()
    host.failures.clear()
    wrong = prelude.compile(path, source, 1, [])
    assert not wrong, wrong
    run, *arguments = prelude.begin()
    try:
        run(*arguments)
    except BaseException as error:
        prelude.tell(error, False)
    prelude.finish()
    prelude.hand_over()
    return sys.modules['__main__'], host.failures[0] if host.failures else ''


def test_nothing_is_added_but_what_is_said(load, modules):
    prelude, _ = installed(load)
    import builtins
    assert set(dir(builtins)) == Installed.before['builtins']
    assert not set(modules) & set(sys.modules)
    added = set(sys.modules) - Installed.before['modules']
    assert 'threading' in added and 'traceback' not in added, added
    assert prelude.runtime.startswith('GraalPy '), prelude.runtime
    assert sys.path[-1] == '/nowhere'


def test_the_primer_prints_in_its_thread(load):
    prelude, host = installed(load)
    host.printed.clear()
    prelude.prime()
    (line,) = host.printed
    assert line.startswith('line 1 at ') and 'primer' in host.names.values()


def test_no_module_can_be_imported(load, modules):
    source = '''
failed = []
for name in names:
    try:
        __import__(name)
    except ModuleNotFoundError:
        failed.append(name)
'''
    module, failure = play(load, f'names = {list(modules)}\n{source}')
    assert failure == '' and module.failed == list(modules)


def test_a_scripts_modules_of_the_same_names_are_the_scripts(load, modules, folder):
    for name in modules:
        with open(os.path.join(folder, name + '.py'), 'w') as file:
            file.write(f'mine = "{name}"\n')
    path = os.path.join(folder, 'script.py')
    source = '\n'.join(f'import {name}; found.append({name}.mine)' for name in modules)
    try:
        module, failure = play(load, 'found = []\n' + source + '\nprint(len(found))', path)
        assert failure == '' and module.found == list(modules)
        assert Installed.host.printed == [f'{len(modules)}\n']
        module, _ = play(load, 'import threading\nwith threading.Lock(): print("goes on")', path)
        assert Installed.host.printed == ['goes on\n']
    finally:
        for name in modules:
            sys.modules.pop(name, None)


def test_reprs_do_not_tell(load):
    source = '''
import _thread, os, threading, time, signal, sys, queue
shown = [repr(x) for x in (
    os.kill, os.waitpid, os.getppid, signal.signal, signal.pause, _thread.interrupt_main,
    time.sleep, threading.Lock, threading.RLock, threading.Condition.wait, threading.Thread.join,
    threading.Lock(), threading.RLock(), queue.SimpleQueue, type(sys.stdout))]
'''
    module, failure = play(load, source)
    assert failure == ''
    for shown in module.shown:
        assert 'locals' not in shown and 'make_' not in shown and '__main__' not in shown, shown


def test_the_stack_does_not_tell_modules(load, modules):
    source = '''
import sys, time
frame, seen = sys._getframe(), []
while frame is not None:
    seen.append((frame.f_code.co_filename, frame.f_globals.get('__name__')))
    frame = frame.f_back
try:
    time.sleep(-1)
except ValueError as error:
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        seen.append((code.co_filename, trace.tb_frame.f_globals.get('__name__')))
        trace = trace.tb_next
'''
    module, failure = play(load, source)
    assert failure == ''
    mine = {'/nowhere/script.py', '<duet>'}
    theirs = [seen for seen in module.seen if seen[0] not in mine and '/test_' not in seen[0]]
    assert all(name != '<duet>' and name not in modules for _, name in theirs), theirs
    assert {name for file, name in module.seen if file == '<duet>'} == {'__main__'}


def test_an_uncaught_exception_shows_the_scripts_frames(load):
    _, failure = play(load, 'import time\n\n\ndef f():\n    time.sleep(-1)\n\n\nf()\n')
    assert failure == ('uncaught in thread main at script.py:5: '
                       'ValueError: sleep length must be non-negative')
    text = ''.join(Installed.host.printed)
    own = text.replace(play.__code__.co_filename, '')
    assert text.startswith('err: Traceback') and 'duet' not in own, text
    assert Installed.host.failures[-1] == failure


def test_the_hand_over_of_the_gil_is_told_as_it_is(load):
    installed(load)
    assert abs(sys.getswitchinterval() - 0.05) < 1e-9


def test_threads_are_named_and_their_waits_told(load):
    source = '''
import threading, time

lock = threading.Lock()
seen = []


def work():
    with lock:
        pass


with lock:
    thread = threading.Thread(target=work, name='worker')
    thread.start()
    while not any(row[1] == 'lock' for row in look()):
        plain_sleep(0.001)
    seen = look()
thread.join()
'''
    prelude, host = installed(load)
    import builtins
    import threading
    builtins.look, builtins.plain_sleep = prelude.look, pause
    try:
        module, _ = play(load, source)
    finally:
        del builtins.look, builtins.plain_sleep
    main = threading.main_thread().ident
    ident = next(i for i, name in host.names.items() if name == 'worker')
    assert host.names[main] == 'main'
    assert module.seen == [[ident, 'lock', 'Lock lock', 'script.py:9', main, '']], module.seen
    rows = [row.split(' ') for row in prelude.all_waits().splitlines()]
    own = [(row[1], row[4], int(row[5])) for row in rows if int(row[0]) == ident]
    own = [row for row in own if row[1] or row[0] == 'end']  # without threading's own waits
    assert own == [('lock', 'work', main), ('end', '', 0)], own


def pause(seconds):
    """Sleeps, whatever `time.sleep` is."""
    lock = _thread.allocate_lock()
    lock.acquire()
    lock.acquire(timeout=seconds)


def test_what_a_script_breaks_breaks_nothing_of_ours(load):
    source = '''
import _thread, atexit, linecache, os, os.path, sys, threading, time, queue
sleep, lock, rlock, box = time.sleep, threading.Lock(), threading.RLock(), queue.SimpleQueue()
for module in (_thread, atexit, linecache, os, os.path, time, threading, queue):
    for name in list(vars(module)):
        if not name.startswith('__'):
            setattr(module, name, None)
sys._getframe = sys.implementation = None
print('sleep', sleep(0))
with lock, rlock, rlock:
    print('lock', lock.acquire(timeout=0.001))
box.put(1)
print('box', box.get(), look(), len(all_waits()) > 0)
print('text ', end='')
'''
    prelude, host = installed(load)
    import builtins
    import threading
    kept = {name: dict(vars(sys.modules[name])) for name in
            ('_thread', 'atexit', 'linecache', 'os', 'posixpath', 'time', 'threading', 'queue')}
    frame, implementation = sys._getframe, sys.implementation
    builtins.look, builtins.all_waits = prelude.look, prelude.all_waits
    host.printed.clear()
    try:
        assert prelude.compile('/nowhere/script.py', source, 1, []) == ''
        module = prelude.main_module('/nowhere/script.py')
        exec(compile(source, '/nowhere/script.py', 'exec'), module.__dict__)
        prelude.look()
    finally:
        for name, space in kept.items():
            vars(sys.modules[name]).update(space)
        sys._getframe, sys.implementation = frame, implementation
        del builtins.look, builtins.all_waits
    assert host.printed == ['sleep None\n', 'lock False\n', 'box 1 [] True\n', 'text '], host.printed
    assert threading.active_count() == 1
