# Copying and writing back are one step.
import threading

names = []
lock = threading.Lock()


def with_name(old, name):
    return old + [name]


def register(name):
    global names
    with lock:
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
