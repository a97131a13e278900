# Locks are taken in the order of their numbers.
import threading

locks = [threading.Lock() for _ in range(3)]


def prepare(number):
    return number


def work(one, other):
    with locks[one]:
        prepare(one)
        with locks[other]:
            pass


threads = [
    threading.Thread(target=work, args=(0, 1)),
    threading.Thread(target=work, args=(1, 2)),
    threading.Thread(target=work, args=(0, 2)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
