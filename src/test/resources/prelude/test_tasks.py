import sys


def test_what_tasks_await(load):
    import asyncio
    script = load('script').Script()
    script.path = __file__
    tasks = load('tasks').Tasks(script, load('places').Places(script))
    assert all(row[5] != 'task a' for row in tasks.look())

    async def inner(event):
        await event.wait()

    async def join(task):
        await task

    async def main():
        event = asyncio.Event()
        first = asyncio.create_task(inner(event), name='a')
        second = asyncio.create_task(join(first), name='b')
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        rows = tasks.look()
        event.set()
        await second
        return rows

    a, b = asyncio.run(main())
    line = inner.__code__.co_firstlineno
    assert a == [-1 - 1, 'wait', 'Event.wait', f'test_tasks.py:{line + 1}', 0, 'task a'], a
    assert b[1:] == ['join', 'task a', f'test_tasks.py:{line + 4}', -2, 'task b'], b


def test_without_asyncio_there_are_none(load):
    known = sys.modules.pop('asyncio.tasks', None)
    try:
        assert load('tasks').Tasks(None, None).look() == []
    finally:
        if known is not None:
            sys.modules['asyncio.tasks'] = known
