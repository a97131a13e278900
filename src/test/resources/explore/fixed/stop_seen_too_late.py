# The end comes through the queue, as the last item.
import threading
from queue import Queue

END = 'end'
items = Queue()


def look_at(item):
    return item


def consume():
    while look_at(items.get()) != END:
        pass


consumer = threading.Thread(target=consume)
consumer.start()
items.put('bread')
items.put(END)
consumer.join()
print('all done')
