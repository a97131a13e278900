# Each philosopher has the left fork and waits for the right one.
import threading

forks = [threading.Lock() for _ in range(3)]
meals = [0, 0, 0]


def think(me):
    return me


def eat(me, left, right):
    with forks[left]:
        think(me)
        with forks[right]:
            meals[me] += 1


threads = [
    threading.Thread(target=eat, args=(0, 0, 1)),
    threading.Thread(target=eat, args=(1, 1, 2)),
    threading.Thread(target=eat, args=(2, 2, 0)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('meals:', sum(meals))
