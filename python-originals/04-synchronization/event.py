# One event wakes all who wait for it, and stays set: who comes later does not wait.
# Run it: python3 python-originals/04-synchronization/event.py

# %% ours: the notebook promises an example of Event and has none
import threading
from time import sleep

event = threading.Event()


def say(text):
    print(text + '\n', end='')  # in one piece: print() writes the end of the line separately


def waiter(number):
    say(f'waiter {number} waits')
    event.wait()
    say(f'waiter {number} goes on')


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(1, 4)]
for t in threads:
    t.start()

happened = event.wait(0.5)
print('main waited up to 0.5 s: it', 'happened' if happened else 'did not happen')
sleep(0.5)
print('main sets the event')
event.set()
for t in threads:
    t.join()

event.wait()  # returns at once
print('main comes late and does not wait')
