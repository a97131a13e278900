# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* for work for its event loop at standstill_task_event\.py:16
# message: task eats +waited in Event\.wait at standstill_task_event\.py:9
import asyncio


async def wait(event):
    await event.wait()


async def main():
    await asyncio.create_task(wait(asyncio.Event()), name='eats')


asyncio.run(main())
