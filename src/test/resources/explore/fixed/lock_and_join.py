# Main waits for the thread before it takes the lock.
import threading

lock = threading.Lock()
report = []


def write():
    with lock:
        report.append('written')


writer = threading.Thread(target=write)
writer.start()
writer.join()
with lock:
    report.append('signed')
print('report:', *report)
