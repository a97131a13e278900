# A producer waits when it is two objects ahead.
import threading
from queue import Queue
from time import sleep

queue = Queue(maxsize=2)
most = 0


def producer():
    global most
    for number in range(1, 9):
        queue.put(number)
        most = max(most, queue.qsize())


thread = threading.Thread(target=producer)
thread.start()
for _ in range(8):
    sleep(0.2)
    queue.get()
thread.join()
print('waiting at most:', most)
print('all taken')
