"""Gets an ordinary Python ready for a script: puts the modules together, and puts what they make in
the place of what it replaces."""

import _queue
import _thread
import os
import sys
import threading
import time
from _json import encode_basestring_ascii as quoted
from _thread import get_native_id

FREE_THREADED = ' · free-threaded'


class Nothing:
    """What an ordinary Python does by itself, other than the embedded one."""

    is_heard = False  # of signals: a sleep is interrupted anyway

    @staticmethod
    def is_in(text):
        """The name `__builtins__` is the module anyway."""
        return False

    @staticmethod
    def as_module(tree):
        """The same."""
        return tree

    @staticmethod
    def write_out_all():
        """Files are closed when nothing refers to them."""

    @staticmethod
    def tell_unretrieved():
        """asyncio tells what nobody asked for."""

    @staticmethod
    def import_early(text):
        """Threads may import what they need."""

    @staticmethod
    def give_way(folder):
        """No module was imported that the script may have one of its own of."""


def no_hint(error):
    return ''


class Python:
    """The script, and what it runs in."""

    def __init__(self, player, load):
        """
        player -- what the script tells is told to it
        load -- loads a module by its name
        """
        self._player = player
        self._load = load
        self.plain_sleep = time.sleep
        self.plain_queue = _queue.SimpleQueue
        self.own_threads = set()
        self._names = {}
        self._births = {}
        self._install()

    def name(self):
        version = '.'.join(map(str, sys.version_info[:3]))
        has_gil = getattr(sys, '_is_gil_enabled', lambda: True)()
        return f'CPython {version}{"" if has_gil else FREE_THREADED}'

    def _install(self):
        load, player = self._load, self._player
        loops = load('loops')  # with a lock as it is before it is replaced
        in_place_of = load('guise').in_place_of
        shown_name = load('threads').shown_name
        self._shown_name = shown_name
        PerThread = load('per_thread').PerThread
        script = self._script = load('script').Script(os.path.dirname(os.__file__))
        places = load('places').Places(script)
        out, err = self._replace_streams(player.messages)
        streams = self._streams = out, err

        def per_thread(make):
            return PerThread(make, get_native_id)

        own_files = {'<duet>', threading.__file__, os.path.join(player.folder, 'agent.py')}
        failures = self._failures = load('failures').Failures(
            err, own_files, script, shown_name, player.failed, self.finish_own, no_hint)
        waits = self._waits = load('waits').Waits(per_thread, places, script, streams, native_id)
        pace = self._pace = load('pace').Pace()
        waiting = waits.noted, pace, in_place_of
        time.sleep = load('sleep').make_sleep(time.sleep, Nothing, *waiting)
        Lock, RLock = load('locks').make_locks(*waiting, get_native_id)
        threading.Lock, threading.RLock = Lock, RLock
        _thread.allocate_lock = _thread.allocate = _thread.LockType = Lock
        _thread.RLock = RLock
        if hasattr(_thread, 'lock'):  # since Python 3.13
            _thread.lock = Lock
        else:
            Lock.__qualname__ = 'allocate_lock'  # by which other processes find theirs
        load('waiting').install(threading, *waiting)
        queue_type = load('queues').make_queue(*waiting)
        _queue.SimpleQueue = queue_type
        self._told = load('threads').Threads(threading, self._tell_name, native_id)
        self._starts = {}
        stamp_starts(threading, self._starts)
        load('threads').install(threading, self._tell_thread, self._end_thread, in_place_of)
        load('threads').install_plain(
            _thread, self._told.tell_plain, self._end_thread, failures.report, in_place_of,
            get_native_id)
        threading.excepthook = threading.__excepthook__ = self._excepthook(failures)
        self._in_place_of = in_place_of
        load('after_import').install({
            'asyncio.selector_events': lambda events: loops.install(
                events, waits.noted, in_place_of),
            'multiprocessing.util': self._follow_spawned,
            **load('paced').changes(pace, in_place_of)})
        self._compiling = load('compiling').Compiling(
            script, lambda factor: pace.set(factor, threading), Nothing.import_early,
            load('syntax').syntax_error, self._make_notebook, Nothing)
        self._running = load('running').Running(
            script, threading, self._told, failures, streams, waits.noted, Nothing, Nothing,
            Nothing.give_way)
        self._observer = load('observer').Observer(
            load('names').Names(script), places, waits, streams, queue_type, shown_name,
            load('tasks').Tasks(script, places))
        self._places = places
        leave = os._exit
        os._exit = in_place_of(leave, lambda status: player.leave(leave, status))
        for name in 'execv', 'execve':
            plain = getattr(os, name)
            setattr(os, name, in_place_of(plain, player.becoming(plain)))

    def _replace_streams(self, messages):
        Printed = self._load('printed').Printed
        self._is_child = False
        out = Printed(sys.stdout, 'out', messages, self._thread_fields)
        err = Printed(sys.stderr, 'err', messages, self._thread_fields)
        sys.stdout = sys.__stdout__ = out
        sys.stderr = sys.__stderr__ = err
        children = self._load('children')
        self._children = children.Children(messages, (out, err))
        self._children.follow_forks(self._become_child)
        os.fork = self._load('guise').in_place_of(os.fork, children.quiet_fork(os.fork))
        return out, err

    # -- before the script

    def compile(self, order):
        """Compiles what was ordered to play; returns what is wrong, or an empty string."""
        if 'input' in order:
            self._give_input(order['input'])
        path = order['file']
        if hasattr(sys, 'orig_argv'):
            sys.orig_argv = [sys.orig_argv[0], path, *order['arguments']]
        how = order['speed'], order['arguments']
        if path.endswith('.ipynb'):
            cells = self._load('notebook_text').cells_of(self._load('wire').decoded(order['text']))
            return self._compiling.compile_notebook(path, cells, *how)
        return self._compiling.compile(path, order['text'], *how)

    def _follow_spawned(self, util):
        """Follows the processes that multiprocessing starts anew."""
        self._children.follow_spawned(
            util, os.path.join(self._player.folder, 'agent.py'),
            lambda: (*self._player.child_facts(), str(self._pace.factor)),
            self._load('wire').MESSAGES)

    def _make_notebook(self, cells):
        load, failures = self._load, self._failures
        if any('await' in source or 'asyncio' in source for _, source, _, _ in cells):
            __import__('asyncio')  # as in Jupyter, where it is there before
        runner = load('cell_runner').CellRunner(
            self._script, failures.remember_source, self._note, self.finish_own,
            lambda text: self._tell_reader('html', text), load)
        return load('notebook').Notebook(
            cells, failures, self._note, runner, load('awaiting').drive)

    def _note(self, text):
        self.finish_own()
        self._tell_reader('note', text)

    def _tell_reader(self, stream, text):
        """Tells what the script does not print."""
        tid = get_native_id()
        self._player.messages.tell(
            'line', seq=0, t=(time.monotonic_ns() - self._streams[0].go) / 1e9,
            thread=self._names.get(tid) or self._unnamed(tid), tid=tid, stream=stream, text=text)

    def open_session(self, order, messages, questions):
        """Makes a live session; returns what answers the questions in a queue."""
        if 'input' in order:
            self._give_input(order['input'])
        talk = self._load('talk')
        session = talk.open_session(self._load, self._running, self._failures, Nothing)
        made = talk.Talk(self, messages, session, questions)
        made.take_interrupts(self._in_place_of)
        return made

    def _give_input(self, text):
        """Gives the script its standard input."""
        fd = self._load('children').nameless_file()
        with open(fd, 'wb', closefd=False) as file:
            file.write(text.encode('utf-8'))
        os.lseek(fd, 0, os.SEEK_SET)
        os.dup2(fd, 0)
        os.close(fd)

    def begin(self, go):
        """The script is about to start."""
        self.open_streams(go)

    def open_streams(self, go):
        """Lines are told with their times since this one."""
        for stream in self._streams:
            stream.go = go

    def run(self):
        """Runs the script to its end, and to the end of every thread that Python waits for. Returns
        the exit status that it asks for."""
        status = 0
        try:
            script = self._running.begin()
            script[0](*script[1:])
        except BaseException as error:
            self._running.tell(error, False)
            status = exit_status(error)
        self._running.finish()
        return status

    # -- threads

    def _tell_thread(self, thread):
        """A thread begins, or has a new name."""
        self._births[native_id(thread)] = self._starts.pop(id(thread), 0)
        self._told.tell_name(thread)

    def _tell_name(self, tid, name):
        if self._is_child:
            name = f'{self._load("children").process_name()}, {name}'
        self._names[tid] = name
        self._player.began(tid, name, self._births.pop(tid, 0))
        for stream in self._streams:
            stream.renamed(self._renamed)

    def _renamed(self, fields):
        tid = int(fields.rpartition(':')[2])
        return self._fields(tid) if tid in self._names else fields

    def _thread_fields(self):
        return self._fields(get_native_id())

    def _fields(self, tid):
        name = self._names.get(tid)
        if name is None:
            name = self._unnamed(tid)
        return f',"thread":{quoted(name)},"tid":{tid}'

    def _unnamed(self, tid):
        if self._is_child:
            name = self._load('children').thread_name(threading, self._load('threads').shown_name)
        else:
            name = f'thread-{tid}'
        return name

    def _become_child(self):
        """This process is a child now."""
        self._is_child = True
        self._names.clear()

    def finish_own(self):
        for stream in self._streams:
            stream.finish_own()

    def finish_streams(self):
        for stream in self._streams:
            stream.flush_all()

    def _end_thread(self):
        self.finish_own()
        self._waits.end()

    @staticmethod
    def _excepthook(failures):
        def excepthook(args, /):
            """Handle uncaught Thread.run() exception."""
            if args.exc_type is not SystemExit:
                name = args.thread.name if args.thread is not None else f'thread-{get_native_id()}'
                failures.report(name, args.exc_type, args.exc_value, args.exc_traceback)

        return excepthook

    # -- what Duet asks

    def waits(self):
        """What threads waited for, a line for each wait."""
        return self._waits.all()

    def look(self):
        """What threads do now, a row for each."""
        rows = self._observer.look()
        waiting = {row[0] for row in rows} | self.own_threads
        for thread in list(threading._active.values()):
            frame = sys._current_frames().get(thread.ident)
            if thread.native_id not in waiting and frame is not None:
                line, own, _ = self._places.of(frame)
                rows.append([thread.native_id, 'running', '', self._places.told(line, own), 0, ''])
        return ['\t'.join(map(str, row)) for row in rows]


def stamp_starts(threading, starts):
    """Notes when each thread is started: what it does first is to wait for the GIL."""
    name = '_start_joinable_thread'  # since Python 3.13
    name = name if hasattr(threading, name) else '_start_new_thread'
    plain = getattr(threading, name)
    clock = time.monotonic_ns

    def start(bootstrap, *arguments, **options):
        starts[id(getattr(bootstrap, '__self__', None))] = clock()
        return plain(bootstrap, *arguments, **options)

    setattr(threading, name, start)


def exit_status(error):
    """With what status Python ends for an exception."""
    code = error.code if isinstance(error, SystemExit) else 1
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def native_id(thread):
    """A thread's number in the system. A thread that is just starting does not know it yet."""
    if thread.native_id is None and thread.ident == _thread.get_ident():
        return get_native_id()
    return thread.native_id or 0
