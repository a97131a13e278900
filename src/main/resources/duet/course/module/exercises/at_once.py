# One after the other: 1.5 seconds.
import threading
from time import sleep


def nap(name, seconds):
    sleep(seconds)
    print(name)


for name, seconds in [('long', 1), ('short', 0.5)]:
    thread = threading.Thread(target=nap, args=(name, seconds))
    thread.start()
    thread.join()
print('done')
