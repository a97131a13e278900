# The four rules of a lock, one after the other, and x += 1 behind a lock.
# Run it: python3 python-originals/04-synchronization/lock.py

# %% ours: the notebook lists four rules of a lock and has no code for them
import threading
from time import sleep

lock = threading.Lock()


def state():
    return 'locked' if lock.locked() else 'unlocked'


print('rule 1: before it is taken the lock is', state())
lock.acquire()
print('rule 1: once taken it is', state())


def second():
    print('rule 2: a second thread asks for the locked lock')
    lock.acquire()
    print('rule 2: the second thread has it')
    lock.release()


thread = threading.Thread(target=second)
thread.start()
sleep(0.5)
print('rule 2: the first thread releases it')
lock.release()
thread.join()

try:
    lock.release()
except RuntimeError:
    print('rule 3: releasing an unlocked lock is an error')

lock.acquire()
print('rule 4: before it is released the lock is', state())
lock.release()
print('rule 4: once released it is', state())

# %% ours: the notebook warns of x += 1 (06-gil/lost_update shows what it does without a lock)
x = 0


def add():
    global x
    for _ in range(1000):
        with lock:
            x += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('4 threads added 1 a thousand times each, behind the lock: x =', x)
