import queue
import threading

def produce():
    for n in range(5):
        work.put(n)
    work.put(None)

def consume():
    while (n := work.get()) is not None:
        print('got', n)
        work.task_done()
    work.task_done()

work = queue.Queue(maxsize=2)
threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
work.join()
for thread in threads:
    thread.join()
print(work.empty(), work.qsize())
