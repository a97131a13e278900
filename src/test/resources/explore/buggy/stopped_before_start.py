# Main says stop before the worker has begun, and the worker begins by clearing the signal.
import threading
import time

stop = threading.Event()


def work():
    stop.clear()
    stop.wait()


worker = threading.Thread(target=work)
worker.start()
time.sleep(0.02)  # the worker works by then, or so we think
stop.set()
worker.join()
print('all done')
