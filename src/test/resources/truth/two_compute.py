# thread one: compute 0.4, gil 0
# thread two: compute 0.4, gil 0
# thread main: join 0, wait 0
import threading
import time


def compute():
    end = time.thread_time() + 0.4
    while time.thread_time() < end:
        sum(range(1_000))


threads = [threading.Thread(target=compute, name=name) for name in ('one', 'two')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('done')
