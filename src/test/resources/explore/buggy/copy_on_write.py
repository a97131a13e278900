# Both threads copy the same list: the entry of the first one to write back is lost.
import threading

names = []


def with_name(old, name):
    return old + [name]


def register(name):
    global names
    names = with_name(names, name)


threads = [
    threading.Thread(target=register, args=('ann',)),
    threading.Thread(target=register, args=('bob',)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('names:', len(names))
