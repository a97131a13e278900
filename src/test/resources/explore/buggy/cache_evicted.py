# The entry is there when it is looked for, and gone when it is read.
import threading

cache = {'pi': 3}


def count_hit(name):
    return name


def read():
    if 'pi' in cache:
        return cache[count_hit('pi')] + 1
    return 0


def evict():
    cache.pop('pi', None)


threads = [threading.Thread(target=read), threading.Thread(target=evict)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('entries:', len(cache))
