# expect: timed_out
# timeout: 3s
# message: task eats +waited in Event\.wait at endless_tasks\.py:8
import asyncio


async def wait(event):
    await event.wait()


async def tick():
    while True:
        await asyncio.sleep(0.1)


async def main():
    kept = asyncio.create_task(wait(asyncio.Event()), name='eats')
    await tick()
    del kept


asyncio.run(main())
