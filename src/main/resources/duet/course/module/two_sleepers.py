# Two threads that sleep at the same time.
import threading
from time import sleep


def nap(name, seconds):
    sleep(seconds)
    print(name)


print('start')
threads = [
    threading.Thread(target=nap, args=('long', 1)),
    threading.Thread(target=nap, args=('short', 0.5)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('done')
