# Who is woken looks again.
import threading

buffer = []
changed = threading.Condition()
taken = []


def put(item):
    with changed:
        buffer.append(item)
        changed.notify_all()


def take():
    with changed:
        while not buffer:
            changed.wait()
        taken.append(buffer.pop())


def put_two():
    put('bread')
    put('milk')


threads = [
    threading.Thread(target=put_two),
    threading.Thread(target=take),
    threading.Thread(target=take),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('taken:', len(taken))
