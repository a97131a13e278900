# Finding and taking a seat are one step.
import threading

seats = [None, None, None]
lock = threading.Lock()


def comfortable(place):
    return place < 2


def sit_down(name):
    with lock:
        for place in range(len(seats)):
            if seats[place] is None and comfortable(place):
                seats[place] = name
                return


threads = [
    threading.Thread(target=sit_down, args=('ann',)),
    threading.Thread(target=sit_down, args=('bob',)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('seated:', len(seats) - seats.count(None))
