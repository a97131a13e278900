import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
lock.release()
print(lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock:
    print('held', lock.locked())
try:
    lock.acquire(False, 1)
except ValueError as error:
    print(error)
