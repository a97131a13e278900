# Both at once: the longer of the two sleeps.
import threading
from time import sleep


def nap(name, seconds):
    sleep(seconds)
    print(name)


threads = []
for name, seconds in [('long', 1), ('short', 0.5)]:
    thread = threading.Thread(target=nap, args=(name, seconds))
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()
print('done')
