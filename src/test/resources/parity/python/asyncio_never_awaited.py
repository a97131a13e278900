# differs: GraalPy 25 does not notice a coroutine that nobody awaits
import asyncio

async def work():
    print('never printed')

async def main():
    work()
    print('main')

asyncio.run(main())
