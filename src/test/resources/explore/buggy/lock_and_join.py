# Main holds a lock while it waits for the end of a thread that still needs this lock.
import threading
import time

lock = threading.Lock()
report = []


def write():
    with lock:
        report.append('written')


writer = threading.Thread(target=write)
writer.start()
time.sleep(0.02)  # the writer is quick, or so we think
with lock:
    writer.join()
    report.append('signed')
print('report:', *report)
