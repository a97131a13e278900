# thread worker: sleep 0.2, compute 0.5
# thread main: join 0.4, wait 0
import threading
import time


def compute():
    time.sleep(0.2)  # so that main comes to wait before this holds the GIL
    end = time.thread_time() + 0.5
    while time.thread_time() < end:
        sum(range(1_000))


worker = threading.Thread(target=compute, name='worker')
worker.start()
worker.join()
print('done')
