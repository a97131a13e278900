"""Threads of the library's module threading, as threads of a schedule."""


def change(threading, scheduler, Killed, is_own):
    """Puts what starts, runs and joins a thread in the place of what the module does itself.
    Returns the functions in which there is a step.

    is_own -- whether a function is the script's
    """
    Thread = threading.Thread

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started._flag:
            raise RuntimeError('threads can only be started once')
        self._started._flag = True
        task = scheduler.spawn(self._bootstrap, shown_name(self), self.daemon)
        task.thread = self
        task.is_new = is_own(self._target) or is_own(self.run)
        self._ident = self._native_id = task.ident
        threading._active[task.ident] = self
        if scheduler.detail is not None:
            scheduler.detail.happened('start', task)
        scheduler.step()

    def bootstrap(self):
        try:
            self.run()
        except Killed:
            raise
        except BaseException:
            self._invoke_excepthook(self)
        finally:
            threading._active.pop(self._ident, None)

    def task_of(thread):
        number = (thread._ident or 0) - 1001
        return scheduler.tasks[number] if 0 <= number < len(scheduler.tasks) else None

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started._flag:
            raise RuntimeError('cannot join thread before it is started')
        if self is threading.current_thread():
            raise RuntimeError('cannot join current thread')
        task = task_of(self)
        if scheduler.detail is not None:
            scheduler.detail.happened('join', task)
        scheduler.join(task, None if timeout is None else max(0, int(timeout * 1e9)))

    def is_alive(self):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        task = task_of(self)
        return self._started._flag and task is not None and not task.done

    plain_name = Thread.name

    def rename(self, name):
        plain_name.fset(self, name)
        task = task_of(self)
        if task is not None and task.thread is self:
            task.name = shown_name(self)

    def number(self):
        """What a set of threads is ordered by: not by their place in memory."""
        try:
            return self._duet_number
        except AttributeError:
            self._duet_number = scheduler.next_number()
            return self._duet_number

    for function, name in (
            (start, 'start'), (join, 'join'), (is_alive, 'is_alive'), (bootstrap, '_bootstrap')):
        function.__name__ = name
        function.__qualname__ = f'Thread.{name}'
        function.__module__ = 'threading'
        setattr(Thread, name, function)
    Thread.name = property(plain_name.fget, rename)
    Thread.__hash__ = number
    threading._MainThread.is_alive = lambda self: True
    threading._DummyThread.is_alive = lambda self: True
    return start, join


def shown_name(thread):
    """A thread's name without the function, which Python adds if nobody gave a name."""
    name = thread._name
    return name.partition(' (')[0] if name.startswith('Thread-') and name[-1:] == ')' else name


def restart(threading):
    """The main thread is the only one."""
    main = threading._main_thread
    main._name = 'MainThread'
    main._ident = 1001
    threading._active.clear()
    threading._limbo.clear()
    threading._active[1001] = main
