# The average is taken between the two writes of another thread.
import threading

total = 10
count = 1
average = 0


def rounded(number):
    return number


def add(value):
    global total, count
    total += value
    count += rounded(1)


def look():
    global average
    average = total // count


threads = [threading.Thread(target=add, args=(10,)), threading.Thread(target=look)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('average:', average)
