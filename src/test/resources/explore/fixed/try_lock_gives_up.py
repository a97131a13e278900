# Each thread waits for the lock.
import threading

sales = 0
lock = threading.Lock()


def one_more(number):
    return number + 1


def sell():
    global sales
    with lock:
        sales = one_more(sales)


threads = [threading.Thread(target=sell) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('sales:', sales)
