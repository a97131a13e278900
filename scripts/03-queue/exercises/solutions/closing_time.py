# Two consumers take what comes, until each is told that nothing more will come.
import threading
from queue import Queue
from time import sleep

queue = Queue()


def consumer():
    while True:
        item = queue.get()
        if item is None:
            break
        sleep(0.05)
        print('took', item)
    print('consumer: done')


consumers = [threading.Thread(target=consumer) for _ in range(2)]
for thread in consumers:
    thread.start()
for number in range(1, 7):
    queue.put(number)
for _ in consumers:
    queue.put(None)
for thread in consumers:
    thread.join()
print('all DONE')
