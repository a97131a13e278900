# The consumer waits for the item before it takes the lock.
import threading
from queue import Queue

items = Queue()
lock = threading.Lock()
log = []


def produce():
    with lock:
        log.append('made')
        items.put('bread')


def consume():
    items.get()
    with lock:
        log.append('eaten')


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('log:', *log)
