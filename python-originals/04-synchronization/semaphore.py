# A semaphore with two seats: of five workers never more than two are inside.
# Run it: python3 python-originals/04-synchronization/semaphore.py

# %% ours: the notebook describes Semaphore and has no code for it
import threading
from time import sleep

seats = threading.Semaphore(2)
guard = threading.Lock()
seated = most = 0


def say(text):
    print(text + '\n', end='')  # in one piece: print() writes the end of the line separately


def worker(number):
    global seated, most
    with seats:
        with guard:
            seated += 1
            most = max(most, seated)
        say(f'worker {number} takes a seat')
        sleep(0.5)
        say(f'worker {number} leaves')
        with guard:
            seated -= 1


threads = [threading.Thread(target=worker, args=(n,)) for n in range(1, 6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('most workers seated at once:', most)
