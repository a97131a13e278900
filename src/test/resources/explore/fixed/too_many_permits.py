# One permit lets one thread in at a time.
import threading

stock = 10
permits = threading.Semaphore(1)


def minus(amount, less):
    return amount - less


def take():
    global stock
    with permits:
        stock = minus(stock, 1)


threads = [threading.Thread(target=take) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('stock:', stock)
