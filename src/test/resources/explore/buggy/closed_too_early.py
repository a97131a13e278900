# Main waits for one of the two producers only: what the other one makes comes after the end.
import threading
from queue import Queue

END = 0
items = Queue()
bought = []


def produce(item):
    items.put(item)


def consume():
    while True:
        item = items.get()
        if item == END:
            return
        bought.append(item)


brewer = threading.Thread(target=produce, args=(2,))
baker = threading.Thread(target=produce, args=(1,))
consumer = threading.Thread(target=consume)
for t in (brewer, baker, consumer):
    t.start()
baker.join()
items.put(END)
consumer.join()
print('bought:', len(bought))
