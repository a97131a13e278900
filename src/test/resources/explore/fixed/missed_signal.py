# A variable remembers that the start was signalled.
import threading

started = False
start = threading.Condition()


def run():
    with start:
        while not started:
            start.wait()


runner = threading.Thread(target=run)
runner.start()
with start:
    started = True
    start.notify()
runner.join()
print('all done')
