# Two users leave at the same time: the file is closed never, or twice.
import threading

users = 2
closed = []


def one_less(number):
    return number - 1


def leave():
    global users
    users = one_less(users)
    if users == 0:
        closed.append('file')


threads = [threading.Thread(target=leave) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('closed:', len(closed))
