# The next number is read and raised under a lock (Java: by an atomic variable).
import threading

next_id = 1
lock = threading.Lock()
orders = [0, 0]


def label(number):
    return 'order %d' % number


def order(place):
    global next_id
    with lock:
        mine = next_id
        next_id = mine + 1
    orders[place] = label(mine)


threads = [threading.Thread(target=order, args=(0,)), threading.Thread(target=order, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('different numbers:', len(set(orders)))
