# Who may have to write takes the lock for writing from the beginning.
import threading

changed = threading.Condition()
readers = 0
price = 0


def write_lock():
    global readers
    with changed:
        while readers > 0:
            changed.wait()
        readers = 1


def write_unlock():
    global readers
    with changed:
        readers = 0
        changed.notify_all()


def set_price():
    global price
    write_lock()
    if price == 0:
        price = 5
    write_unlock()


threads = [threading.Thread(target=set_price) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('price:', price)
