# Comparing and writing happen under one lock.
import threading

highest = 0
lock = threading.Lock()


def checked(value):
    return value


def measure(value):
    global highest
    with lock:
        if value > highest:
            highest = checked(value)


threads = [threading.Thread(target=measure, args=(7,)), threading.Thread(target=measure, args=(9,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('highest:', highest)
