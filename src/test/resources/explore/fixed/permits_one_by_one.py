# A lock lets one thread collect its permits at a time (Java: both are taken in one call).
import threading

hands = threading.Semaphore(2)
collect = threading.Lock()


def hold():
    return 'held'


def carry():
    with collect:
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
