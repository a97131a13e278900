# Three threads work something out, and nobody hears what.
import threading
from time import sleep


def triple(n):
    sleep(0.8 - 0.2 * n)
    return 3 * n


threads = [threading.Thread(target=triple, args=(n,)) for n in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
    print('result:', 'lost')
