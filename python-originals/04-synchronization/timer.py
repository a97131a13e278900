# Two timers are set to ring later; one of them is cancelled before its time.
# Run it: python3 python-originals/04-synchronization/timer.py

# %% ours: the notebook lists Timer and has no code for it
import threading
from time import sleep

rung = []


def ring(name):
    rung.append(name)
    print('the', name, 'timer rings')


first = threading.Timer(1.0, ring, args=('first',))
second = threading.Timer(2.0, ring, args=('second',))
print('two timers are set, to 1 s and to 2 s')
first.start()
second.start()

sleep(1.5)
print('main cancels the second timer')
second.cancel()
sleep(1.0)
print('timers that rang by 2.5 s:', len(rung))
