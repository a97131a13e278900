# The start is signalled before the runner waits: the signal is gone, and no variable remembers
# it.
import threading
import time

start = threading.Condition()


def run():
    with start:
        start.wait()


runner = threading.Thread(target=run)
runner.start()
time.sleep(0.02)  # the runner waits by then, or so we think
with start:
    start.notify()
runner.join()
print('all done')
