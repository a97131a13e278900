# Who does not get the lock at once goes away, and its sale is never counted.
import threading

sales = 0
lock = threading.Lock()


def one_more(number):
    return number + 1


def sell():
    global sales
    if lock.acquire(blocking=False):
        try:
            sales = one_more(sales)
        finally:
            lock.release()


threads = [threading.Thread(target=sell) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('sales:', sales)
