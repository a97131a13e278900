# Two orders get the same number.
import threading

next_id = 1
orders = [0, 0]


def label(number):
    return 'order %d' % number


def order(place):
    global next_id
    mine = next_id
    orders[place] = label(mine)
    next_id = mine + 1


threads = [threading.Thread(target=order, args=(0,)), threading.Thread(target=order, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('different numbers:', len(set(orders)))
