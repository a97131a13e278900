import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name.upper()

async def main():
    print(await asyncio.gather(work('slow', 0.04), work('quick', 0.01)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work('grouped', 0))
    print(task.result(), task.done())

asyncio.run(main())
