# The lower value is written after the higher one, by a check that is no longer true.
import threading

highest = 0


def checked(value):
    return value


def measure(value):
    global highest
    if value > highest:
        highest = checked(value)


threads = [threading.Thread(target=measure, args=(7,)), threading.Thread(target=measure, args=(9,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('highest:', highest)
