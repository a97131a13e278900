"""Puts the modules together, and puts what they make in the place of what it replaces."""

import _io
import _signal
import _thread
import builtins
import io
import os
import sys
import time

Namespace = type(sys.implementation)
HAND_OVER_SECONDS = 0.05  # how often GraalPy hands the GIL over, whatever a script sets


def install(host, site_packages, load):
    """Gets Python ready for a script, and returns what Java asks of it.

    host -- what Java does for these modules
    load -- loads one of them
    """
    sys.path.extend(site_packages)
    in_place_of = load('guise').in_place_of
    per_thread = load('per_thread').PerThread
    script = load('script').Script(os.path.dirname(os.__file__))
    places = load('places').Places(script)
    streams = load('output').install(host.print_out, host.print_err, per_thread, in_place_of)
    out, err = streams
    make_lock, start_thread = _thread.allocate_lock, _thread.start_new_thread  # as they are
    own_file = sys._getframe().f_code.co_filename
    own_files = {own_file}

    def end_line():
        out.flush_own()
        host.end_line(_thread.get_ident())

    hint = load('hints').hints(load('packages').advice_on(list(site_packages)))
    failures = load('failures').Failures(
        err, own_files, script, load('threads').shown_name, host.failed, end_line, hint,
        load('hints').words)

    loops = load('loops')  # with a lock as it is before threading is imported
    load('thread_hook').install(_thread, failures.report)  # nothing above imports threading
    import threading
    own_files.add(threading.__file__)

    waits = load('waits').Waits(per_thread, places, script, streams)
    pace = load('pace').Pace()
    waiting = waits.noted, pace, in_place_of
    signals = load('signals').Signals(places, host.wake_main)
    load('signals').install(signals, load('guise').named)
    time.sleep = load('sleep').make_sleep(host.sleep, signals, *waiting)
    threading.Lock, threading.RLock = load('locks').make_locks(*waiting)
    _thread.allocate_lock = _thread.allocate = _thread.LockType = threading.Lock
    _thread.RLock = threading.RLock
    load('waiting').install(threading, *waiting)
    queue_type = load('queues').make_queue(*waiting)
    threads = load('threads').Threads(threading, host.name)
    load('threads').install(threading, threads.tell_name, waits.end, in_place_of)
    load('threads').install_plain(
        _thread, threads.tell_plain, waits.end, failures.report, in_place_of)
    sys.setswitchinterval(HAND_OVER_SECONDS)
    load('native').install(host.east_asian_width)
    load('programs').install(host.parent, load('guise').named)
    processes = load('processes').Processes(
        script, pace, waits.noted, host.name, load('spawned'),
        (load.marshalled('spawned'), load.marshalled('shared')), make_lock)
    load('after_import').install({
        'socket': load('sockets').change,
        'asyncio.unix_events': load('unix_loops').change,
        **processes.changes()})

    def note(text):
        err.flush_own()
        end_line()
        host.note(_thread.get_ident(), text)

    def make_notebook(cells):
        def show_html(text):
            host.show_html(_thread.get_ident(), text)

        runner = load('cell_runner').CellRunner(
            script, failures.remember_source, note, end_line, show_html, load)
        drive = load('awaiting').drive
        return load('notebook').Notebook(cells, failures, note, runner, drive)

    def open_session():
        # Duet's Ctrl-C goes to this handler, and only to the main thread, as under python3. Java
        # takes the handler from the second signal.
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        _signal.signal(_signal.SIGUSR1, _signal.default_int_handler)
        return load('session').open_session(
            prelude, load('cells').without_prompts, load('builtins_name').as_module)

    def load_traceback():
        load('frames').hide(load('tracebacks').load_early(), own_file)

    def explore(load_exploring, every_access):
        return load_exploring('exploring').Exploring(
            load_exploring, load, (make_lock, start_thread), every_access)

    imports = load('imports').Imports(
        queue_type, lambda events: loops.install(events, waits.noted, in_place_of),
        load_traceback)
    syntax_error = load('syntax').syntax_error
    compiling = load('compiling').Compiling(
        script, lambda factor: pace.set(factor, threading), imports.early, syntax_error,
        make_notebook, load('builtins_name'))
    files = load('files').Files(_io.open, make_lock, in_place_of)
    builtins.open = io.open = _io.open = files.open
    names = load('names').Names(script)
    tasks = load('tasks').Tasks(script, places)
    running = load('running').Running(
        script, threading, threads, failures, streams, waits.noted, files, tasks,
        imports.give_way)
    observer = load('observer').Observer(
        names, places, waits, streams, queue_type, load('threads').shown_name, tasks)
    prelude = Namespace(
        runtime=runtime(), prime=load('primer').prime,
        compile=compiling.compile, compile_notebook=compiling.compile_notebook,
        code_path=lambda: script.code_path,
        begin=running.begin, tell=running.tell, finish=running.finish, hand_over=running.hand_over,
        warm_up=running.warm_up, leaves_nothing=running.leaves_nothing,
        look=observer.look, called_from=places.called_from, all_waits=waits.all,
        import_usual=imports.usual, open_session=open_session,
        explore=explore,
        # for a live session
        main_module=running.main_module, import_early=imports.early, syntax_error=syntax_error,
        told_error=failures.told, remember_source=failures.remember_source)
    return prelude


def runtime():
    """What this Python is called."""
    def dotted(version):
        return '.'.join(map(str, version[:3])).removesuffix('.0')

    return f'GraalPy {dotted(sys.implementation.version)} · Python {dotted(sys.version_info[:2])}'
