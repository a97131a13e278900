# Each of three threads holds a lock and waits for the next one.
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
    threading.Thread(target=work, args=(2, 0)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
