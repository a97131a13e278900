# Many threads that sleep 1 s each. Every Python thread is a thread of the operating system,
# so this script makes do with 200 of them; Java starts 10,000 virtual ones.
# Run it: python3 python-originals/06-gil/virtual_threads.py

# %% ours: the notebook has nothing about virtual threads
import threading
from time import monotonic, sleep

SLEEPERS = 200


def sleeper(awake, lock):
    sleep(1.0)
    with lock:
        awake.append(True)


def main():
    awake, lock = [], threading.Lock()
    print('sleepers to start:', SLEEPERS)
    begin = monotonic()
    threads = [threading.Thread(target=sleeper, args=(awake, lock)) for _ in range(SLEEPERS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print('sleepers awake again:', len(awake))
    print('1 s of sleep each took all of them together {:.1f} s'.format(monotonic() - begin))
    print('all DONE')


main()
