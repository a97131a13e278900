import asyncio

async def main():
    pause = asyncio.sleep(0)
    try:
        asyncio.run(pause)
    except RuntimeError as error:
        print(error)
    pause.close()

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(main)
except ValueError as error:
    print(str(error).split(',')[0])
asyncio.run(main())
