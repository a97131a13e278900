# Three threads work something out, and the main thread prints it.
import threading
from time import sleep


def triple(n):
    sleep(0.8 - 0.2 * n)
    return 3 * n


class Task(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        self.result = triple(self.n)


threads = [Task(n) for n in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
    print('result:', thread.result)
