import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(60)
    except TimeoutError:
        print('timed out')
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error))
    task = asyncio.create_task(asyncio.sleep(60))
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())

asyncio.run(main())
