# sorted
import threading

def last():
    print('all are here')

def work():
    index = barrier.wait()
    print('passed as', index)

barrier = threading.Barrier(3, action=last)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print('broken', repr(error), barrier.broken)
