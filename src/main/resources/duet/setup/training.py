import queue
import random
import threading
import time
from concurrent import futures
from time import ctime, sleep, strftime


class Worker(threading.Thread):
    def __init__(self, work, name=''):
        threading.Thread.__init__(self)
        self.work = work
        self.name = name

    def run(self):
        print('starting {} at: {}'.format(self.name, ctime()))
        self.result = self.work()
        print('{} finished at: {}'.format(self.name, ctime()))


def fib(n):
    sleep(0.001)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fail():
    raise ValueError('on purpose')


def work():
    with threading.Lock(), threading.RLock(), threading.Semaphore(2):
        return fib(4)


def consume(box, condition, event):
    with condition:
        condition.wait(1)
    event.wait(1)
    for _ in range(3):
        print('got', box.get(True, 1))
    box.put(random.randint(1, 3))


def everything():
    workers = [Worker(work, 'worker'), Worker(fail), threading.Thread(target=work)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(2)
    box, condition, event = queue.Queue(), threading.Condition(), threading.Event()
    consumer = threading.Thread(target=consume, args=(box, condition, event), name='consumer')
    consumer.start()
    sleep(0.05)
    with condition:
        condition.notify_all()
    event.set()
    for item in 'abc':
        box.put(item)
    consumer.join()
    timer = threading.Timer(0.01, lambda: print('timer'))
    timer.start()
    timer.join()
    with futures.ThreadPoolExecutor(2) as executor:
        print(list(executor.map(lambda n: n * n, range(4))))
        waiting = [executor.submit(fib, 3) for _ in range(4)]
        for done in futures.as_completed(waiting):
            print(strftime('[%H:%M:%S]'), done.result(), end=' ')
    try:
        threading.BoundedSemaphore(1).release()
    except ValueError as error:
        print('caught', error)
    counts = {}
    for i in range(20000):
        counts[i % 97] = counts.get(i % 97, 0) + len(str(i))
    print(sum(counts.values()), f'{time.perf_counter():.0f}')


def fail():
    raise RuntimeError('on purpose: the training includes the trace')


everything()
failing = threading.Thread(target=fail)
failing.start()
failing.join()
threading.Thread(target=threading.Event().wait).start()
# So that the training includes the look at a hanging script; not before what spins has been compiled,
# since a JVM that is busy with that when it writes its AOT cache may write one that is no good.
threading.Timer(8, print, ['stop me now']).start()
while True:
    pass
