# Main clears the signal before the worker starts.
import threading

stop = threading.Event()


def work():
    stop.wait()


worker = threading.Thread(target=work)
stop.clear()
worker.start()
stop.set()
worker.join()
print('all done')
