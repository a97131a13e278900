# expect: completed
# prints: ^interrupted a sleep$
# prints: ^interrupted a loop$
# prints: ^handler 10 main$
# prints: ^alarm during a sleep$
# prints: ^3 ticks$
# prints: ^paused$
# prints: ^loop got SIGTERM$
import _thread
import asyncio
import os
import signal
import threading
import time


class Alarm(Exception):
    pass


def tell(number, frame):
    print('handler', number, frame.f_code.co_name)


def ring(number, frame):
    raise Alarm('alarm')


def main():
    for what in (lambda: time.sleep(60), lambda: sum(iter(lambda: 1, 0))):
        threading.Timer(0.2, _thread.interrupt_main).start()
        try:
            what()
        except KeyboardInterrupt:
            print('interrupted a', 'loop' if 'sum' in what.__code__.co_names else 'sleep')
    signal.signal(signal.SIGUSR1, tell)
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.signal(signal.SIGALRM, ring)
    signal.alarm(1)
    try:
        time.sleep(60)
    except Alarm as alarm:
        print(alarm, 'during a sleep')
    ticks = []
    signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
    while len(ticks) < 3:
        time.sleep(0.05)
    signal.setitimer(signal.ITIMER_REAL, 0)
    print('3 ticks')
    signal.signal(signal.SIGINT, lambda number, frame: None)
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    signal.pause()
    print('paused')
    asyncio.run(stopped_by_signal())


async def stopped_by_signal():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    await stop.wait()
    print('loop got SIGTERM')


main()
