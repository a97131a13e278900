"""Plays one script under many schedules, each chosen by a plan."""

import ast
import builtins
import gc
import os
import sys
import types

Module = type(sys)
SEED = 1


class Plain:
    """What Python does by itself."""

    def __init__(self, allocate_lock, start_new_thread):
        self.allocate_lock = allocate_lock
        self.start_new_thread = start_new_thread
        try:
            from _contextvars import Context
            self.run = lambda function: Context().run(function)
        except ImportError:
            self.run = lambda function: function()


class Engine:
    """Plays schedules."""

    def __init__(self, load, load_prelude, plain, every_access=False):
        """
        load -- loads a module of this folder
        load_prelude -- loads a module of the prelude
        """
        self._load = load
        self._plain = plain
        scheduling = load('scheduler')
        self._plans = load('plans')
        self._rules = load('rules').Rules(every_access)
        self._stepping = load('stepping').Stepping
        self._scopes = load('scopes').Scopes
        self._Killed = scheduling.Killed
        self._Wait = scheduling.Wait
        self._scheduler = scheduler = scheduling.Scheduler(plain, self._plans.stay)
        self._script = load_prelude('script').Script(os.path.dirname(os.__file__))
        names = load_prelude('names').Names(self._script)
        places = load_prelude('places').Places(self._script)
        self._details = load('details').Details(scheduler, self._script, names)
        self._waits = load('waits_told').WaitsTold(scheduler, places, names)
        import _queue
        self._Lock, self._RLock, self._SimpleQueue = load('primitives').make(
            scheduler, scheduling.Wait, _queue.Empty)
        stream = load('printed').Stream
        self._out = stream(scheduler, 'out', sys.__stdout__)
        self._err = stream(scheduler, 'err', sys.__stderr__)
        self._threads = load('threads')
        self._library = load('library').Library(
            lambda: scheduler.current is not None, self._refuse, self._made_modules(),
            self._adapting(), self._find_own)
        self._plain_open = load('library').plain(builtins.open)
        self._own_code = {}
        self._codes = {}
        self._exits = []
        self._failure = None
        self._add_functions()

    # -- what the script's Python is like

    def _made_modules(self):
        scheduler = self._scheduler
        clocks = self._load('clocks')
        thread = self._load('thread_module').make(
            scheduler, self._Lock, self._RLock, self._report)
        import _queue
        import atexit
        queue = Module('_queue')
        queue.__dict__.update(_queue.__dict__, SimpleQueue=self._SimpleQueue)
        system = Module('os')
        system.__dict__.update(os.__dict__)
        for name in ('fork', 'forkpty', 'system', 'popen', 'posix_spawn', 'posix_spawnp', 'execv',
                     'execve', 'execl', 'execlp', 'execvp', 'spawnv', 'spawnl'):
            if hasattr(os, name):
                setattr(system, name, self._refusing(f'other processes (os.{name})'))
        system._exit = self._exit_now
        system.cpu_count = lambda: 4
        system.process_cpu_count = lambda: 4
        system.register_at_fork = lambda **functions: None
        system.getpid = lambda: 1000
        leaving = Module('atexit')
        leaving.__dict__.update(atexit.__dict__, register=self._at_exit, unregister=self._not_at_exit)
        return {'_thread': thread, '_queue': queue, 'os': system, 'os.path': os.path,
                'time': clocks.make_time(scheduler), 'datetime': clocks.make_datetime(scheduler),
                'atexit': leaving}

    def _adapting(self):
        scheduler = self._scheduler

        def number(thing):
            try:
                return thing._duet_number
            except AttributeError:
                thing._duet_number = scheduler.next_number()
                return thing._duet_number

        def futures(module):
            module.Future.__hash__ = number

        def random(module):
            self._seed(module)

        def loops(module):
            self._load('loops').change(module, scheduler, self._Wait, self._refuse, number)

        return {'concurrent.futures._base': futures, 'random': random,
                'asyncio': loops}

    @staticmethod
    def _seed(random):
        """A generator without a seed has the same one in each schedule."""
        seed = random.Random.seed

        def seeded(self, a=None, version=2):
            seed(self, SEED if a is None else a, version)

        random.Random.seed = seeded

    def _refusing(self, what):
        return lambda *arguments, **keywords: self._refuse(what)

    def _refuse(self, what):
        if self._scheduler.current is not None:
            self._scheduler.stop('refused', what)

    def _exit_now(self, status):
        self._status = status & 0xFF
        self._scheduler.stop('exited')

    def _at_exit(self, function, *arguments, **keywords):
        self._exits.append((function, arguments, keywords))
        return function

    def _not_at_exit(self, function):
        self._exits[:] = [entry for entry in self._exits if entry[0] != function]

    def _open(self, *arguments, **keywords):
        self._scheduler.io = True
        return self._plain_open(*arguments, **keywords)

    def _input(self, prompt='', /):
        self._scheduler.io = True
        sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if not line:
            raise EOFError('EOF when reading a line')
        return line.rstrip('\n')

    def _add_functions(self):
        """What stepping has put into the script calls these."""
        scheduler, step = self._scheduler, self._scheduler.step
        if self._rules.all_calls:
            def is_silent(function):
                return False
        else:
            is_silent = self._is_own if self._rules.builtin_calls else self._is_not_of_library
        stepping = set(self._threads.change(
            self._library.get('threading', True), scheduler, self._Killed, self._is_own))

        def own(function):
            return getattr(function, '__func__', None) in stepping or is_silent(function)

        def begun(line):
            """A function begins: a step, unless that is how its thread begins."""
            me = scheduler.current
            if me is not None and me.is_new:
                me.is_new = False
                scheduler.check()
            else:
                step()

        def after(value, line):
            step()
            return value

        def after_call(value, function, line):
            if not own(function):
                step()
            return value

        Lock, RLock = self._Lock, self._RLock
        self._blocking = blocking = set()

        def before_with(value, line):
            kind = type(value)
            if kind is Lock or kind is RLock:
                value.approach()
            elif kind in blocking:
                lock = getattr(value, '_lock', None)
                if type(lock) is Lock or type(lock) is RLock:
                    lock.approach()
                else:
                    step()
            return value

        functions = {'.s': step, '.e': begun, '.a': after, '.c': after_call, '.w': before_with,
                     '.x': scheduler.check, '.r': self._details.accessed,
                     '.n': self._details.accessed}
        space = self._library.builtins
        space.update(
            functions, open=self._load('library').in_place_of(self._plain_open, self._open),
            input=self._input)
        self._quick = functions

        def at(line):
            if scheduler.detail is not None and scheduler.current is not None:
                scheduler.detail.at(scheduler.current, line, sys._getframe(2).f_code.co_filename)

        def told_step(line):
            at(line)
            step()

        def told_begun(line):
            at(line)
            begun(line)

        def told_after(value, line):
            at(line)
            step()
            return value

        def told_after_call(value, function, line):
            if not own(function):
                at(line)
                step()
            return value

        def told_before_with(value, line):
            at(line)
            return before_with(value, line)

        self._telling = {'.s': told_step, '.e': told_begun, '.a': told_after, '.c': told_after_call,
                         '.w': told_before_with}

    def _is_own(self, function):
        """Whether no step follows a call: of the script's own function that is written in Python,
        or of `list.append`, which is here only where that is so."""
        if type(function) is types.BuiltinMethodType:
            return type(function.__self__) is list and function.__name__ == 'append'
        code = getattr(function, '__code__', None)
        if type(function) not in (types.FunctionType, types.MethodType):
            return False
        return code is not None and self._script.has(code.co_filename)

    def _is_not_of_library(self, function):
        """Whether a function is the script's own, or is not written in Python."""
        kind = type(function)
        if kind is types.FunctionType or kind is types.MethodType:
            code = getattr(function, '__code__', None)
            return code is None or self._script.has(code.co_filename)
        return not isinstance(function, type) or function.__module__ in ('builtins', '__main__')

    # -- before the first schedule

    def compile(self, path, text, arguments=()):
        """Reads the script. Raises what `compile` raises."""
        self._script.path = self._script.code_path = path
        self._script.lines[path] = text.splitlines()
        self._arguments = [path, *arguments]
        self._text = text
        self._codes = {False: self._stepped(path, text, None)}
        self._import_early(text)

    def _stepped(self, path, text, detail):
        tree = compile(text, path, 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
        scopes = self._scopes(tree)
        tree = self._stepping(self._rules, scopes, tree, detail).changed(tree)
        return compile(tree, path, 'exec', dont_inherit=True)

    def _import_early(self, text):
        """Imports what the script imports, so that a schedule does not."""
        self._library.get('threading', True)
        for node in ast.walk(compile(text, '', 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                self._import_one(name)
        if 'ThreadPoolExecutor' in text or 'to_thread' in text or 'run_in_executor' in text:
            self._import_one('concurrent.futures.thread')
        self._library.keep_all()
        copies = self._library._copies
        threading = copies['threading']
        self._blocking.update(
            getattr(threading, name) for name in ('Condition', 'Semaphore', 'BoundedSemaphore'))

    def _import_one(self, name):
        library = self._library
        try:
            if name.partition('.')[0] in self._copied():
                library.get(name, True)
            elif library.get(name, True) is None and self._find_own(name) is None:
                __import__(name)
        except Exception:
            pass  # the script will hear of it

    def _copied(self):
        return self._load('library').COPIED

    def _find_own(self, name):
        """The code of a module that lies beside the script."""
        kept = self._own_code.get(name, self)
        if kept is not self:
            return kept
        folder = os.path.dirname(os.path.abspath(self._script.path))
        found = None
        stem = os.path.join(folder, *name.split('.'))
        for path, is_package in (
                (os.path.join(stem, '__init__.py'), True), (stem + '.py', False)):
            if os.path.isfile(path) and self._script.path[:1] != '<':
                with open(path, encoding='utf-8') as file:
                    text = file.read()
                self._script.lines[path] = text.splitlines()
                self._script.others.add(path)
                found = self._stepped(path, text, None), path, is_package
                break
        self._own_code[name] = found
        return found

    # -- a schedule

    def play(self, text, detail=False):
        """Plays one schedule; returns what happened as a dictionary."""
        try:
            plan = self._plans.Plan(text)
        except self._plans.BadPlan as error:
            return {'plan': text, 'ending': 'refused', 'message': str(error), 'threads': ['main'],
                    'choices': '', 'stay': '', 'enabled': ''}
        if detail and True not in self._codes:
            self._codes[True] = self._stepped(self._script.path, self._text, self._details)
        streams, argv, lines = (sys.stdout, sys.stderr), sys.argv, []
        scheduler = self._scheduler
        self._begin(plan, detail, lines)
        gc.disable()
        try:
            self._run(self._codes[detail])
        finally:
            scheduler.finish()
            self._out.finish()
            self._err.finish()
            sys.stdout, sys.stderr = streams
            sys.argv = argv
            gc.enable()
        told = self._told(text, lines, detail)
        self._script.module = None
        return told

    def _begin(self, plan, detail, lines):
        self._library.restart()
        self._threads.restart(self._library._copies['threading'])
        random = self._library._copies.get('random')
        if random is not None:
            random.seed(SEED)
        self._failure = None
        self._status = 0
        self._exits.clear()
        self._out.begin(lines)
        self._err.begin(lines)
        self._waits.begin()
        if detail:
            self._details.begin()
        self._library.builtins.update(self._telling if detail else self._quick)
        self._scheduler.begin(plan, self._details if detail else None)
        self._scheduler.at_end = self._waits.tell
        sys.stdout, sys.stderr = self._out, self._err
        sys.argv = self._arguments
        module = Module('__main__')
        module.__dict__.update(
            __builtins__=self._library.builtins, __file__=self._script.path, __annotations__={})
        self._script.module = module

    def _run(self, code):
        module = sys.modules.get('__main__')
        sys.modules['__main__'] = self._script.module
        try:
            self._run_main(code)
        except self._Killed:
            pass
        finally:
            sys.modules['__main__'] = module

    def _run_main(self, code):
        try:
            exec(code, self._script.module.__dict__)
        except self._Killed:
            raise
        except SystemExit as error:
            self._exit_with(error.code)
        except BaseException as error:
            self._report('main', error)
        threading = self._library._copies['threading']
        for function in reversed(getattr(threading, '_threading_atexits', ())):
            function()
        self._scheduler.await_others()
        for function, arguments, keywords in reversed(self._exits):
            try:
                function(*arguments, **keywords)
            except self._Killed:
                raise
            except BaseException:
                pass

    def _exit_with(self, code):
        if isinstance(code, int):
            self._status = code & 0xFF
        elif code is not None:
            self._status = 1
            self._err.write(f'{code}\n')

    def _report(self, name, error):
        """Nobody has caught an exception."""
        if self._failure is None and not self._scheduler.dead:
            self._failure = self._message(name, error)

    def _message(self, name, error):
        trace, place = error.__traceback__, ''
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if self._script.has(file):
                place = f' at {os.path.basename(file)}:{trace.tb_lineno}'
            trace = trace.tb_next
        try:
            text = str(error)
        except Exception:
            text = '<exception str() failed>'
        kind = type(error)
        name_of = kind.__qualname__
        if kind.__module__ not in ('builtins', '__main__'):
            name_of = f'{kind.__module__}.{name_of}'
        last = f'{name_of}: {text}' if text else name_of
        return f'uncaught in thread {name}{place}: {last}'

    # -- afterwards

    def _told(self, text, lines, detail):
        scheduler = self._scheduler
        ending, message = scheduler.ending, scheduler.message
        if not ending:
            if self._failure is not None:
                ending = 'exception'
            else:
                ending = 'exited' if self._status else 'completed'
        if not message and self._failure is not None:
            message = self._failure
        told = {'plan': text, 'ending': ending}
        if message:
            told['message'] = message
        if self._status:
            told['status'] = self._status
        if scheduler.io:
            told['io'] = True
        told['threads'] = [task.name for task in scheduler.tasks]
        told['choices'] = ''.join(scheduler.choices)
        told['stay'] = ''.join(scheduler.usual)
        told['enabled'] = ','.join(scheduler.enabled)
        told['lines'] = lines
        told['waits'] = sorted(self._waits.rows)
        told['steps'] = self._details.told() if detail else []
        return told
