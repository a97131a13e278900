"""What the tasks of asyncio await."""

import sys


class Tasks:
    """Looks at the tasks of every event loop. Calls no code of the script."""

    def __init__(self, script, places):
        self._script = script
        self._places = places

    def look(self):
        """A row for each task that awaits something: a number below 0, kind, what for, where, the
        number of the task that it awaits or 0, its name."""
        tasks = sorted((task for task in self._known() if not task.done()),
                       key=lambda task: task.get_name())
        numbers = {id(task): -1 - index for index, task in enumerate(tasks)}
        return [self._row(task, numbers) for task in tasks if task._fut_waiter is not None]

    def tell_unretrieved(self):
        """Has asyncio tell what tasks raised and nobody asked for, at the end of the script. CPython
        does so as soon as nothing refers to a task."""
        for task in self._known():
            if task.done() and getattr(task, '_Future__log_traceback', False):
                try:
                    task.__del__()
                except BaseException:
                    pass  # of the script's own handler; CPython ignores it, too
                task._log_traceback = False

    def _known(self):
        """Every task that is not forgotten yet."""
        asyncio = sys.modules.get('asyncio.tasks')
        if asyncio is None:
            return []
        return [task for name in ('_scheduled_tasks', '_eager_tasks', '_all_tasks')
                for task in getattr(asyncio, name, ())]

    def _row(self, task, numbers):
        awaited = task._fut_waiter
        place, called = self._innermost(task.get_coro())
        number, other = numbers[id(task)], numbers.get(id(awaited), 0)
        name = f'task {task.get_name()}'
        if other:
            return [number, 'join', f'task {awaited.get_name()}', place, other, name]
        what = called or type(awaited).__name__.lstrip('_')
        return [number, 'wait', what, place, 0, name]

    def _innermost(self, coroutine):
        """The script's innermost line in a chain of coroutines, and the library's innermost
        coroutine that this line awaits."""
        place = called = ''
        while coroutine is not None:
            frame = getattr(coroutine, 'cr_frame', None)
            if frame is None:
                break
            if self._script.has(frame.f_code.co_filename):
                place, called = self._places.told(frame.f_lineno, frame), ''
            else:
                called = self._places.call(frame)
            coroutine = coroutine.cr_await
        return place, called
