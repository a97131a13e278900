# If there is nothing to sell, the seller leaves and keeps the lock.
import threading

lock = threading.Lock()
stock = 0


def deliver():
    global stock
    lock.acquire()
    stock += 1
    lock.release()


def sell():
    global stock
    lock.acquire()
    if stock == 0:
        return
    stock -= 1
    lock.release()


threads = [
    threading.Thread(target=deliver),
    threading.Thread(target=sell),
    threading.Thread(target=deliver),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('stock:', stock)
