# Main counts the workers that it starts.
import threading
from queue import Queue

END = 'end'
jobs = Queue()


def work():
    while jobs.get() != END:
        pass


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for _ in range(len(threads)):
    jobs.put(END)
for t in threads:
    t.join()
print('all done')
