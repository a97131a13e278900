"""What Duet says in Python before a script runs, so that the script plays as it would under
python3, accurately and with every line's thread known. Evaluates to the function `install`."""


def install(host, site_packages):
    import _imp
    import _queue
    import _sre
    import _thread
    import atexit
    import builtins
    import os
    import sys
    import time

    class ExceptHookArgs:
        """What threading hands to its hook for uncaught exceptions."""

        def __init__(self, args):
            self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    # CPython has these two; where they are missing threading imports traceback, a sixth of the boot.
    _thread._ExceptHookArgs = ExceptHookArgs
    _thread._excepthook = lambda args: thread_hook(args)
    import threading

    ModuleType, Namespace = type(sys), type(sys.implementation)
    sys.path.extend(site_packages)

    # -- sleeping ------------------------------------------------------------------------------

    host_sleep = host.sleep
    speed = 1.0

    get_ident = _thread.get_ident
    this_frame = sys._getframe
    clock = time.monotonic_ns  # which is Java's System.nanoTime()
    waits = {}  # by thread: kind of wait, what for, the frame that waits, whether it may end by itself
    waited = []  # ended waits: thread, kind, from, to, the script's function, who could end it
    last_waits = {}  # by thread: the last of these
    ended = {}  # by thread: when it had done what it had to do

    def noted(wait, call, *arguments):
        """Calls something that waits, while `waits` says what for."""
        ident = get_ident()
        outer = waits.get(ident)
        begin = clock()
        waits[ident] = (*wait, begin)
        holder = holder_of(wait[0], wait[1])
        try:
            return call(*arguments)
        finally:
            if outer is None:
                del waits[ident]
                if 'code' in script:  # nobody asks what a live session did
                    remember(ident, wait, begin, clock(), holder)
            else:
                waits[ident] = outer

    def remember(ident, wait, begin, end, holder):
        """Notes a wait that is over. One like the last one is a part of it: that the thread ran in
        between is in the books of the GIL."""
        kind, function = described(wait[0], wait[2])
        last = last_waits.get(ident)
        near = 1_000_000 if len(waited) < 20_000 else 1_000_000_000
        if last and last[1] == kind and last[4] == function and begin - last[3] < near:
            last[3] = end
        else:
            last_waits[ident] = last = [ident, kind, begin, end, function, holder]
            waited.append(last)

    def holder_of(kind, target):
        """The thread that can end a wait, by giving a lock up or by ending; 0 where there is none."""
        if kind == 'lock':
            return getattr(target, '_holder', 0) or 0
        return (target.ident or 0) if kind == 'join' and target is not None else 0

    def described(kind, frame):
        """What a wait is to the script, and the script's function that waits."""
        _, frame, called = place_of(frame)
        if called is not None and kind not in ('join', 'sleep'):
            kind = 'wait'  # the lock is a library's
        return kind, frame.f_code.co_name if frame is not None else ''

    def all_waits():
        """A line for each wait, those that go on included, which end at 0; and for each thread's end."""
        rows = waited + [
            [ident, kind, begin, 0, function, holder_of(kind, target)]
            for ident, (kind, target, frame, _, begin) in list(waits.items())
            for kind, function in [described(kind, frame)]
        ] + [[ident, 'end', at, at, '', 0] for ident, at in list(ended.items())]
        return '\n'.join(' '.join(map(str, row)) for row in rows)

    def sleep(seconds, /):
        duration = float(seconds)
        if duration < 0:
            raise ValueError('sleep length must be non-negative')
        if duration != duration:
            raise ValueError('Invalid value NaN (not a number)')
        if duration > 9e9:
            raise OverflowError('timestamp too large to convert to C PyTime_t')
        if noted(('sleep', None, this_frame(1), True), host_sleep, duration / speed):
            await_interrupt()

    def await_interrupt():
        """A live session is interrupted: GraalPy is about to raise, at one of the next steps."""
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            pass
        raise KeyboardInterrupt

    time.sleep = sleep

    def scaled(timeout):
        return timeout if timeout is None or timeout <= 0 else timeout / speed

    # -- locks, and who holds them ---------------------------------------------------------------

    class Holding:
        """A lock that knows its last holder. One that is free is taken without giving the GIL up, as
        in CPython; GraalPy gives it up at every acquire."""

        def acquire(self, blocking=True, timeout=-1):
            taken = self._take(False) if timeout == -1 else False
            if not taken and (blocking or timeout != -1):
                taken = self._wait(blocking, timeout, this_frame(1))
            if taken:
                self._holder = get_ident()
            return taken

        __enter__ = acquire

        def _wait(self, blocking, timeout, frame):
            return noted(('lock', self, frame, timeout != -1), self._take, blocking, scaled(timeout))

    class Lock(Holding):
        """A lock with CPython's rules. GraalPy 25 lets an unlocked one be released, after which it
        has room for two."""

        def __init__(self):
            lock = _thread.allocate_lock()
            self._lock = lock
            self.locked = lock.locked
            self._take = lock.acquire

        def release(self):
            if not self._lock.locked():
                raise RuntimeError('release unlocked lock')
            self._lock.release()

        def __exit__(self, *error):
            self.release()

        def __repr__(self):
            return repr(self._lock)

    class RLock(Holding, _thread.RLock):
        """A re-entrant lock."""

        _take = _thread.RLock.acquire

        def _acquire_restore(self, state):
            super()._acquire_restore(state)
            self._holder = get_ident()

    threading.Lock = Lock
    threading.RLock = RLock

    # -- other waits -------------------------------------------------------------------------------

    plain_wait = threading.Condition.wait

    def wait(self, timeout=None):
        return noted(('wait', self, this_frame(1), timeout is not None), plain_wait, self, scaled(timeout))

    plain_join = threading.Thread.join

    def join(self, timeout=None):
        return noted(('join', self, this_frame(1), timeout is not None), plain_join, self, scaled(timeout))

    threading.Condition.wait = wait
    threading.Thread.join = join

    class SimpleQueue(_queue.SimpleQueue):
        """A queue whose waits are known. It is the one that the workers of a pool wait at."""

        def get(self, block=True, timeout=None):
            try:
                return super().get(False)
            except _queue.Empty:
                if not block:
                    raise
            frame = this_frame(1)
            return noted(('wait', self, frame, timeout is not None), super().get, True, scaled(timeout))

    # -- threads have names --------------------------------------------------------------------

    main_thread = threading.main_thread()
    wait_for_threads = threading._shutdown

    def tell_name(thread):
        name = thread._name
        if thread is main_thread:
            name = 'main'
        elif name.startswith('Thread-') and name.endswith(')'):
            name = name.partition(' (')[0]  # "Thread-1 (loop)" since Python 3.10
        host.name(thread.ident, name)

    bootstrap_inner = threading.Thread._bootstrap_inner

    def named_bootstrap_inner(self):
        self._set_ident()
        tell_name(self)
        try:
            bootstrap_inner(self)
        finally:
            ended[get_ident()] = clock()

    threading.Thread._bootstrap_inner = named_bootstrap_inner

    plain_name = threading.Thread.name

    def rename(self, name):
        plain_name.fset(self, name)
        if self.ident is not None:
            tell_name(self)

    threading.Thread.name = property(plain_name.fget, rename, doc=plain_name.__doc__)

    # -- uncaught exceptions -------------------------------------------------------------------

    failures = []
    reporting = _thread.allocate_lock()
    own_frames = ('<duet>', '<duet session>', threading.__file__)

    def told_error(kind, value, trace):
        """The traceback of an exception and of its causes, with the script's frames only."""
        import traceback
        told = traceback.TracebackException(kind, value, trace)
        chain = told
        while chain is not None:
            guest = [f for f in chain.stack if f.filename not in own_frames]
            chain.stack = traceback.StackSummary.from_list(guest)
            chain = chain.__cause__ or chain.__context__
        return told

    def report(thread_name, kind, value, trace):
        """Prints the traceback with the script's frames only, and keeps a line of it."""
        with reporting:
            told = told_error(kind, value, trace)
            text = ''.join(told.format())
            where = ''
            if told.stack:
                frame = told.stack[-1]
                where = f' at {os.path.basename(frame.filename)}:{frame.lineno}'
            last = ''.join(told.format_exception_only()).strip().splitlines()[-1]
            failures.append(f'uncaught in thread {thread_name}{where}: {last}')
        complain(text if thread_name == 'main' else f'Exception in thread {thread_name}:\n{text}')

    def complain(text):
        """To standard error, or where that was if the script has broken it."""
        try:
            sys.stderr.write(text)
        except BaseException:
            err.write(text)

    def thread_hook(args):
        if args.exc_type is not SystemExit:
            name = args.thread.name if args.thread is not None else str(threading.get_ident())
            report(name, args.exc_type, args.exc_value, args.exc_traceback)

    # -- what GraalPy would load in the middle of a run ------------------------------------------------

    # At the first regular expression GraalPy 25 makes every thread take notice, and keeps the GIL
    # meanwhile: for as long as one sleeps, and for ever where one wants the GIL to go on.
    _sre.Pattern('', 0)

    def refuse_native_code(spec, file=None):
        """So it would at native code, which it then refuses, since it may load none here."""
        raise ImportError(f"{spec.name} is native code, which Duet's Python lane leaves out", name=spec.name)

    _imp.create_dynamic = refuse_native_code

    unicodedata = ModuleType('unicodedata')
    unicodedata.east_asian_width = lambda character: host.east_asian_width(character)

    def missing(name):
        raise AttributeError(f"unicodedata.{name} is native code, which Duet's Python lane leaves out")

    unicodedata.__getattr__ = missing
    sys.modules['unicodedata'] = unicodedata

    # -- printing ------------------------------------------------------------------------------

    class Printed(type(sys.stdout)):
        """Standard output or standard error: hands whole lines to the host, in one call each. A call
        gives the GIL up; handing over piece by piece, as print() does, would take four times as long."""

        def __init__(self, plain, to_host):
            super().__init__(plain.buffer, encoding='utf-8', errors=plain.errors, write_through=True)
            self._to_host = to_host
            self._pending = {}  # by thread: what it printed since its last line end

        def write(self, text):
            if not isinstance(text, str):
                raise TypeError(f'write() argument must be str, not {type(text).__name__}')
            if self.closed:
                raise ValueError('I/O operation on closed file.')
            if not text.isascii():
                text = text.encode('utf-8', self.errors).decode('utf-8')
            pending, ident = self._pending, get_ident()
            # Taken in one step: somebody who looks at the threads may tell it at any moment.
            whole = pending.pop(ident, '') + text if pending else text
            if '\n' in text or len(whole) > 1_000_000:
                self._to_host(ident, whole)
            else:
                pending[ident] = whole
            return len(text)

        def flush(self):
            super().flush()
            self._tell(get_ident())

        def flush_all(self):
            for ident in list(self._pending):
                self._tell(ident)

        def _tell(self, ident):
            text = self._pending.pop(ident, '')
            if text:
                self._to_host(ident, text)

    out = sys.stdout = sys.__stdout__ = Printed(sys.stdout, host.print_out)
    err = sys.stderr = sys.__stderr__ = Printed(sys.stderr, host.print_err)

    # -- a rehearsal that nobody sees, so that a script's first lines do not wait for anything to load --

    def rehearse():
        def play():
            print('line {} at {}'.format(1, time.ctime()))
            time.sleep(0.001)

        thread = threading.Thread(target=play, name='rehearsal')
        thread.start()
        thread.join(1)

    # -- the script --------------------------------------------------------------------------------

    script = {'path': ''}

    def get_ready(path, text, play_speed, arguments):
        nonlocal speed
        speed = play_speed
        import_early(text)
        if speed != 1:
            scale_waits(speed)
        script['path'] = path
        script['arguments'] = [str(argument) for argument in arguments]

    def compile_script(path, text, play_speed, arguments):
        """Compiles; returns what is wrong, or an empty string."""
        get_ready(path, text, play_speed, arguments)
        try:
            script['code'] = compile(text, path, 'exec', dont_inherit=True)
            return ''
        except SyntaxError as error:
            return syntax_error(path, text, error)
        except (ValueError, RecursionError, MemoryError) as error:  # a NUL, or too deeply nested
            return f'{os.path.basename(path)}: error: {error}'

    # -- notebooks --------------------------------------------------------------------------------

    def compile_notebook(path, cells, play_speed, arguments):
        """Takes a notebook's cells, each of which is compiled when its turn comes, as in Jupyter."""
        import ast  # noqa: F401 -- not after "go"
        cells = [(str(name), str(source), may_fail, skipped) for name, source, may_fail, skipped in cells]
        get_ready(path, '\n'.join(source for _, source, _, _ in cells), play_speed, arguments)
        script['cells'] = cells
        script['code'] = None
        builtins.display = lambda *values: [print(repr(value)) for value in values] and None
        return ''

    def note(text):
        out.flush()
        host.note(get_ident(), text)

    def run_cells(module):
        """Plays one cell after the other, until one fails."""
        for name, source, may_fail, skipped in script['cells']:
            if not source.strip():
                continue
            if skipped:
                note(f'{name} skipped, as it is tagged')
                continue
            note(name)
            try:
                run_cell(module, name, source)
            except SystemExit:
                raise
            except BaseException as error:
                if not may_fail:
                    raise
                told = told_error(type(error), error, error.__traceback__)
                complain(''.join(told.format()))
                note(f'{name} may fail, as it is tagged')

    def run_cell(module, name, source):
        import ast
        filename = f"{script['path']}, {name.partition(' (')[0]}"
        source = without_magics(name, source)
        remember_source(filename, source)
        tree = compile(source, filename, 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, filename, 'exec', dont_inherit=True), module.__dict__)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), filename, 'eval', dont_inherit=True), module.__dict__)
            if value is not None and not source.rstrip().endswith(';'):
                module.__dict__['_'] = value
                print(repr(value))

    def remember_source(filename, source):
        """Where tracebacks look for lines."""
        import linecache
        linecache.cache[filename] = len(source), None, source.splitlines(True), filename

    whole_magics = ('%%time', '%%timeit', '%%capture')

    def without_magics(name, source):
        """The source without what only IPython understands, of which a note tells."""
        lines = source.split('\n')
        first = next((i for i, line in enumerate(lines) if line.strip()), 0)
        if lines[first].startswith('%%'):
            if lines[first].split()[0] not in whole_magics:
                note(f'{name} skipped: {lines[first].strip()}')
                return ''
            skip_line(name, lines, first)
        for _ in lines:
            try:
                compile('\n'.join(lines), '<cell>', 'exec', dont_inherit=True)
                break
            except SyntaxError as error:
                number = (error.lineno or 0) - 1
                if not (0 <= number < len(lines) and is_magic(lines[number])):
                    break  # it will be told when the cell is run
                skip_line(name, lines, number)
            except ValueError:
                break
        return '\n'.join(lines)

    def is_magic(line):
        import re
        text = line.strip()
        value = text.partition('=')[2].lstrip()
        asks_for_help = '?' in text and re.fullmatch(r'\?{0,2}[\w.*]*\?{0,2}', text)
        return text[:1] in ('%', '!') or value[:1] in ('%', '!') or bool(asks_for_help)

    def skip_line(name, lines, number):
        """Takes a line out, and those that it goes on in."""
        line = lines[number]
        note(f'{name} line {number + 1} skipped: {line.strip()}')
        lines[number] = line[:len(line) - len(line.lstrip())] + 'pass'
        while line.endswith('\\') and number + 1 < len(lines):
            number += 1
            line, lines[number] = lines[number], ''

    def import_early(text):
        """Imports what a script's threads may import: before GraalPy 25.1 a thread that imports
        what another one is importing can fail."""
        if 'queue' in text or 'futures' in text:
            import queue
            queue.SimpleQueue = SimpleQueue
        if 'random' in text:
            import random  # noqa: F401
        if 'futures' in text:
            import concurrent.futures.thread  # noqa: F401

    def import_usual():
        import_early('queue random futures')
        import ast, traceback  # noqa: E401, F401 -- for a live session

    def syntax_error(path, text, error):
        lines = text.splitlines()
        number, column = error.lineno or 0, max((error.offset or 1) - 1, 0)
        if not 0 < number <= len(lines):
            return f'{os.path.basename(path)}: {type(error).__name__}: {error.msg}'
        if error.msg == "expected ':'" and not lines[number - 1][:column].strip():
            # GraalPy points to the token that came instead; CPython to where the colon belongs.
            number = max(n for n in range(1, number) if lines[n - 1].strip())
            column = len(lines[number - 1].rstrip())
        line = lines[number - 1]
        indent = ''.join(c if c == '\t' else ' ' for c in line[:column].ljust(column))
        place = f'{os.path.basename(path)}:{number}: {type(error).__name__}: {error.msg}'
        return f'{place}\n{line}\n{indent}^'

    def main_module(path):
        """The module in which a script, or what is typed, runs on the main thread."""
        module = ModuleType('__main__')
        module.__builtins__ = __builtins__
        sys.modules['__main__'] = module
        script['module'] = module
        script['path'] = path
        builtins.exit = builtins.quit = sys.exit  # which the site module would set
        tell_name(main_thread)
        return module

    def run_script():
        """Runs the compiled script to its end; returns what failed, or an empty string."""
        path = script['path']
        module = main_module(path)
        module.__file__ = path
        sys.argv = [path, *script['arguments']]
        sys.path.insert(0, os.path.dirname(path))
        try:
            if 'cells' in script:
                run_cells(module)
            else:
                exec(script['code'], module.__dict__)
        except SystemExit as stop:
            exit_with(stop.code)
        except BaseException as error:
            if sys.excepthook is not sys.__excepthook__:
                failures.append(f'uncaught in thread main: {type(error).__name__}')
                sys.excepthook(type(error), error, error.__traceback__)
            else:
                report('main', type(error), error, error.__traceback__)
        noted(('join', None, None, False), wait_for_threads)  # for every thread that is not a daemon
        try:
            atexit._run_exitfuncs()
        except BaseException:
            pass  # told already; CPython ends well all the same
        out.flush_all()
        err.flush_all()
        return failures[0] if failures else ''

    def warm_up():
        """Runs the script to its end, for the sake of the compiler."""
        module = main_module(script['path'])
        module.__file__ = script['path']
        sys.argv = [script['path'], *script['arguments']]
        try:
            if 'cells' in script:
                run_cells(module)
            else:
                exec(script['code'], module.__dict__)
        except BaseException:
            pass  # it will tell when it is run for real
        for thread in threading.enumerate():
            if thread is not main_thread and not thread.daemon:
                thread.join()

    process_wide = {'signal', 'ctypes', 'locale', 'faulthandler', 'socket', '_socket', 'mmap', 'fcntl'}
    process_wide -= set(sys.modules)  # those that are here before any script do nothing

    def leaves_nothing():
        """Whether the script that has completed did nothing that outlasts its Python."""
        return threading.active_count() == 1 and process_wide.isdisjoint(sys.modules)

    def exit_with(code):
        if code is None or code == 0:
            return
        if not isinstance(code, int):
            complain(f'{code}\n')
            code = 1
        failures.append(f'the script exited with status {code}')

    # -- --speed: timed waits take a fraction of their time --------------------------------------------

    def scale_waits(factor):
        """Divides the timeout of every wait in threading, queue and concurrent.futures. They
        count what is left of one by a clock of their own, which therefore runs faster."""
        import concurrent.futures._base as futures
        import queue

        def fast_clock(real=time.monotonic):
            return real() * factor

        queue.time = fast_clock
        threading._time = fast_clock
        futures.time = Namespace(monotonic=fast_clock, time=time.time)

    # -- what threads wait for, when somebody asks --------------------------------------------------

    def look():
        """A row for each thread that waits: ident, kind, what for, where, which thread could end it.
        It may be the last that is heard of them, so what they printed without a line end is told too."""
        out.flush_all()
        err.flush_all()
        return [[ident, *told(*wait)] for ident, wait in list(waits.items())]

    def called_from():
        """The line of the script at which the calling thread is."""
        return place_of(this_frame())[0]

    def place_of(frame):
        """Where in the script a frame was called from, the script's own frame, and what that called."""
        called = None
        while frame is not None and not is_of_script(frame.f_code.co_filename):
            called = frame
            frame = frame.f_back
        if frame is None:
            return '', None, None
        place = f'{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}'
        return place, frame, called

    def is_of_script(filename):
        path = script['path']
        return filename == path or ('cells' in script and filename.startswith(path + ', cell '))

    def told(kind, target, frame, timed, begin):
        place, frame, called = place_of(frame)
        holder = 0
        if called is not None and kind not in ('join', 'sleep'):
            kind = 'wait'
            of = called.f_locals.get('self')
            what = f'{type(of).__name__}.{called.f_code.co_name}' if of is not None else called.f_code.co_name
        elif kind == 'lock':
            what = f'{type(target).__name__} {name_of(target, frame)}'.rstrip()
            holder = getattr(target, '_holder', 0)
        elif kind == 'join':
            what = f'thread {target.name}' if target is not None else 'the other threads'
            holder = target.ident if target is not None else 0
        elif kind == 'wait':
            what = f'{type(target).__name__}.{"get" if isinstance(target, SimpleQueue) else "wait"}'
        else:
            what = ''
        return [kind, what, place, 0 if timed else holder or 0]

    def name_of(target, frame):
        """What the script calls an object: a variable, or an attribute of one."""
        spaces = [script['module'].__dict__]
        while frame is not None:
            spaces.append(frame.f_locals)
            frame = frame.f_back
        for space in spaces:
            for name, value in list(space.items()):
                if value is target:
                    return name
                attributes = getattr(value, '__dict__', None)
                if type(attributes) is dict and not isinstance(value, ModuleType):
                    for attribute, inner in list(attributes.items()):
                        if inner is target:
                            return f'{name}.{attribute}'
        return ''

    def dotted(version):
        return '.'.join(map(str, version[:3])).removesuffix('.0')

    runtime = f'GraalPy {dotted(sys.implementation.version)} · Python {dotted(sys.version_info[:2])}'
    return Namespace(runtime=runtime, rehearse=rehearse, import_usual=import_usual,
                     compile=compile_script, compile_notebook=compile_notebook, run=run_script,
                     leaves_nothing=leaves_nothing, warm_up=warm_up, look=look, all_waits=all_waits,
                     called_from=called_from, import_early=import_early, main_module=main_module,
                     syntax_error=syntax_error, told_error=told_error)


install
