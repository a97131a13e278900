import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def opened(name):
    print('open', name)
    yield name
    print('close', name)

async def numbers():
    for n in range(3):
        await asyncio.sleep(0)
        yield n

async def main():
    async with opened('it'):
        print([n async for n in numbers() if n])
        async for n in numbers():
            print(n)

asyncio.run(main())
