import asyncio

async def produce(queue):
    for n in range(3):
        await queue.put(n)
    await queue.put(None)

async def consume(queue):
    while (n := await queue.get()) is not None:
        print('got', n)

async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(produce(queue), consume(queue))
    lock, permits = asyncio.Lock(), asyncio.Semaphore(2)
    async with lock, permits:
        print(lock.locked(), permits.locked())

asyncio.run(main())
