# A reentrant lock: its owner may take it again, and has to give it back as often.
# Run it: python3 python-originals/04-synchronization/rlock.py

# %% ours: the notebook describes RLock and has no code for it
import threading
from time import sleep

TIMES = 3
rlock = threading.RLock()
released = 0


def other():
    print('other: asks for the lock')
    with rlock:
        print('other: has it after', released, 'releases')


for _ in range(TIMES):
    rlock.acquire()  # the second time, a plain Lock would wait for itself for ever
print('main: took the lock', TIMES, 'times without waiting')

thread = threading.Thread(target=other)
thread.start()

for _ in range(TIMES):
    sleep(0.4)
    released += 1
    print('main: release', released, 'of', TIMES)
    rlock.release()
thread.join()

try:
    rlock.release()
except RuntimeError:
    print('main: one release more is an error')
