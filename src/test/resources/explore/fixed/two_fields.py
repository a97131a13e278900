# Both variables change, and are read, under one lock.
import threading

total = 10
count = 1
average = 0
lock = threading.Lock()


def rounded(number):
    return number


def add(value):
    global total, count
    with lock:
        total += value
        count += rounded(1)


def look():
    global average
    with lock:
        average = total // count


threads = [threading.Thread(target=add, args=(10,)), threading.Thread(target=look)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('average:', average)
