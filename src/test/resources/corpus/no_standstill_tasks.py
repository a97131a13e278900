# expect: completed
# prints: ^a timer$
# prints: ^a socket$
# prints: ^an executor$
# prints: ^a thread$
# prints: ^a process$
# prints: ^after$
import asyncio
import socket
import subprocess
import threading
import time

LONG = 1.2  # far longer than a standstill takes to be found


async def timer(loop):
    done = asyncio.Event()
    loop.call_later(LONG, done.set)
    await done.wait()
    print('a timer')


async def connection(loop):
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    threading.Timer(LONG, theirs.send, (b'x',)).start()
    await loop.sock_recv(ours, 1)
    print('a socket')


async def executor(loop):
    await loop.run_in_executor(None, time.sleep, LONG)
    print('an executor')


async def thread(loop):
    done = asyncio.Event()

    def work():
        time.sleep(LONG)
        loop.call_soon_threadsafe(done.set)

    threading.Thread(target=work).start()
    await done.wait()
    print('a thread')


async def process(loop):
    await loop.run_in_executor(None, subprocess.run, ['sleep', str(LONG)])
    print('a process')


async def main():
    for job in timer, connection, executor, thread, process:
        await job(asyncio.get_running_loop())
    print('after')


asyncio.run(main())
