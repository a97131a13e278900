# The one wake-up reaches a thread of the wrong kind, which waits again. The right one is never
# woken.
import threading

slot = None
changed = threading.Condition()


def put(item):
    global slot
    with changed:
        while slot is not None:
            changed.wait()
        slot = item
        changed.notify()


def take():
    global slot
    with changed:
        while slot is None:
            changed.wait()
        slot = None
        changed.notify()


threads = [
    threading.Thread(target=put, args=('a',)),
    threading.Thread(target=put, args=('b',)),
    threading.Thread(target=take),
    threading.Thread(target=take),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
