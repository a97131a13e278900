# Each bound is checked against an old value of the other one: the range becomes empty.
import threading

low, high = 0, 10


def valid(number):
    return number >= 0


def set_low(number):
    global low
    if number <= high and valid(number):
        low = number


def set_high(number):
    global high
    if number >= low and valid(number):
        high = number


threads = [
    threading.Thread(target=set_low, args=(6,)),
    threading.Thread(target=set_high, args=(4,)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('low is not above high:', 'yes' if low <= high else 'no')
