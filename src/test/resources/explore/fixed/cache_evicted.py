# One look-up says whether the entry is there, and gives it.
import threading

cache = {'pi': 3}


def count_hit(name):
    return name


def read():
    value = cache.get(count_hit('pi'))
    return 0 if value is None else value + 1


def evict():
    cache.pop('pi', None)


threads = [threading.Thread(target=read), threading.Thread(target=evict)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('entries:', len(cache))
