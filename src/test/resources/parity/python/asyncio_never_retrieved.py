# differs: coroutines of GraalPy do not know their functions' names
import asyncio

async def fail():
    raise ValueError('nobody asks')

async def main():
    task = asyncio.create_task(fail(), name='failing')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    print('main')

asyncio.run(main())
