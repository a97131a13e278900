# Counting and checking are one step, so exactly one user is the last.
import threading

users = 2
closed = []
lock = threading.Lock()


def one_less(number):
    return number - 1


def leave():
    global users
    with lock:
        users = one_less(users)
        last = users == 0
    if last:
        closed.append('file')


threads = [threading.Thread(target=leave) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('closed:', len(closed))
