# The consumer checks the flag just before it is set, and then waits for an item that never comes.
import threading
from queue import Queue

END = 'end'
items = Queue()
closed = False


def look_at(item):
    return item


def consume():
    while not closed:
        look_at(items.get())


consumer = threading.Thread(target=consume)
consumer.start()
items.put('bread')
closed = True
consumer.join()
print('all done')
