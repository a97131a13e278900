# Both readers wait until they are the only reader, and neither gives up its own lock.
import threading

changed = threading.Condition()
readers = 0
price = 0


def read_lock():
    global readers
    with changed:
        readers += 1


def read_unlock():
    global readers
    with changed:
        readers -= 1
        changed.notify_all()


def to_write_lock():
    with changed:
        while readers > 1:
            changed.wait()


def set_price():
    global price
    read_lock()
    if price == 0:
        to_write_lock()
        price = 5
    read_unlock()


threads = [threading.Thread(target=set_price) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('price:', price)
