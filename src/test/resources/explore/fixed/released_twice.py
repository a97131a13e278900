# Only who has taken a permit gives it back.
import threading

permits = threading.Semaphore(1)


def park():
    return 'parked'


def visit():
    if permits.acquire(blocking=False):
        try:
            park()
        finally:
            permits.release()


threads = [threading.Thread(target=visit) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
left = 0
while permits.acquire(blocking=False):
    left += 1
print('permits:', left)
