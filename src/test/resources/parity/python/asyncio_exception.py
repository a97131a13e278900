import asyncio

async def fail():
    raise ValueError('asked for')

async def main():
    await fail()

asyncio.run(main())
