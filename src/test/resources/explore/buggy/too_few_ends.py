# Main counts the workers before all have signed in: who comes later gets no end mark.
import threading
import time
from queue import Queue

END = 'end'
jobs = Queue()
workers = []


def work():
    workers.append('one')
    while jobs.get() != END:
        pass


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
time.sleep(0.02)  # all have signed in by then, or so we think
for _ in range(len(workers)):
    jobs.put(END)
for t in threads:
    t.join()
print('all done')
