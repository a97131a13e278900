# The lock makes reading and writing one step.
import threading

visits = 0
lock = threading.Lock()


def one_more(number):
    return number + 1


def visit():
    global visits
    with lock:
        visits = one_more(visits)


threads = [threading.Thread(target=visit) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('visits:', visits)
