# The consumer holds the lock while it waits for an item, and the producer needs the lock to make
# one.
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
    with lock:
        items.get()
        log.append('eaten')


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('log:', *log)
