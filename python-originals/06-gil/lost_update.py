# Threads read a counter, add 1 and write it back; an update that comes in between is lost.
# Run it: python3 python-originals/06-gil/lost_update.py

# %% ours: the notebook says that x += 1 can go wrong; this shows what does go wrong today
import sys
import threading
from queue import SimpleQueue

THREADS = 3
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
counter = 0
lock = threading.Lock()
sums = SimpleQueue()
sys.setswitchinterval(0.001)  # CPython: more frequent turns, so that a short run shows the race


def one_more(number):
    return number + 1


def read_call_write():
    global counter
    for _ in range(TIMES):
        counter = one_more(counter)  # at the call another thread may get its turn


# CPython since 3.10 and GraalPy change threads only at calls and at the end of a loop's round.
# x += 1 has neither in it, so nothing is lost here today. The language does not promise that.
def plain():
    global counter
    for _ in range(TIMES):
        counter += 1


def locked():
    global counter
    for _ in range(TIMES):
        with lock:
            counter = one_more(counter)


def apart():
    mine = 0
    for _ in range(TIMES):
        mine += 1
    sums.put(mine)


def play(how, task):
    global counter
    counter = 0
    threads = [threading.Thread(target=task) for _ in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    while not sums.empty():
        counter += sums.get()
    print(f'counter = {counter} of {THREADS * TIMES}: {how}')


play('read, call, write', read_call_write)
play('x += 1', plain)
play('with a lock', locked)
play('counted apart, added up at the end', apart)
