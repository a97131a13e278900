"""Python's module _thread, on the threads of a schedule."""

import _thread

Module = type(_thread)


def make(scheduler, Lock, RLock, report):
    """Makes the module.

    report -- is called with a thread's name and an exception that nobody caught
    """
    made = Module('_thread')
    made.__dict__.update(_thread.__dict__)

    def start_new_thread(function, args, kwargs={}, /):
        if not callable(function):
            raise TypeError('first arg must be callable')
        if not isinstance(args, tuple):
            raise TypeError('2nd arg must be a tuple')

        def work():
            try:
                function(*args, **kwargs)
            except SystemExit:
                pass
            except Exception as error:
                report(scheduler.current.name, error)

        task = scheduler.spawn(work, f'thread-{len(scheduler.tasks)}', True)
        scheduler.step()
        return task.ident

    def get_ident():
        current = scheduler.current
        return current.ident if current is not None else 1001

    class ExceptHookArgs:
        def __init__(self, args):
            self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def excepthook(args):
        if not issubclass(args.exc_type, SystemExit):
            thread = args.thread
            report(thread.name if thread is not None else scheduler.current.name, args.exc_value)

    made.__dict__.update(
        allocate_lock=Lock, allocate=Lock, LockType=Lock, lock=Lock, RLock=RLock,
        start_new_thread=start_new_thread, start_new=start_new_thread,
        get_ident=get_ident, get_native_id=get_ident,
        _get_main_thread_ident=lambda: 1001,
        _excepthook=excepthook, _ExceptHookArgs=ExceptHookArgs,
        stack_size=lambda size=0: 0, _set_sentinel=Lock,
        daemon_threads_allowed=lambda: True, _is_main_interpreter=lambda: True,
        _count=lambda: sum(not task.done for task in scheduler.tasks) - 1)
    return made
