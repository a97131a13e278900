# Each thread needs two permits and takes them one by one: both have one and wait for a second.
import threading

hands = threading.Semaphore(2)


def hold():
    return 'held'


def carry():
    hands.acquire()
    hold()
    hands.acquire()
    hands.release()
    hands.release()


threads = [threading.Thread(target=carry) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
