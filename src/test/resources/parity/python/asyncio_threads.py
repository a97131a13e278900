import asyncio
import threading

def block(n):
    return n, threading.current_thread() is threading.main_thread()

async def main():
    print(await asyncio.to_thread(block, 1))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, block, 2))
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, 3)).start()
    print(await future)

asyncio.run(main())
