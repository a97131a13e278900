# differs: GraalPy 25 cannot run except*
import asyncio

async def fail(error):
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError(1)))
            group.create_task(fail(KeyError(2)))
    except* ValueError as caught:
        print('values', caught.exceptions)
    except* KeyError as caught:
        print('keys', caught.exceptions)

asyncio.run(main())
