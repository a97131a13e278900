import threading

places = threading.Semaphore(2)
print(places.acquire(), places.acquire(), places.acquire(blocking=False))
places.release(2)
bounded = threading.BoundedSemaphore(1)
with bounded:
    print('inside')
try:
    bounded.release()
except ValueError as error:
    print(error)
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)
