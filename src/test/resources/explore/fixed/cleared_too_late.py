# The signal is cleared before the jobs are taken.
import threading
from queue import SimpleQueue

jobs = SimpleQueue()
signal = threading.Event()
handled = []


def give(job):
    jobs.put(job)
    signal.set()


def handle_two():
    while len(handled) < 2:
        signal.wait()
        signal.clear()
        while not jobs.empty():
            handled.append(jobs.get())


threads = [
    threading.Thread(target=give, args=('wash',)),
    threading.Thread(target=give, args=('dry',)),
    threading.Thread(target=handle_two),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('handled:', len(handled))
