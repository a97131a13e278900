# The last philosopher takes the right fork first.
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
    threading.Thread(target=eat, args=(2, 0, 2)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('meals:', sum(meals))
