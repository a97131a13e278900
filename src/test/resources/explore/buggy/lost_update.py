# Both visitors read the counter before either writes it: one visit is lost.
import threading

visits = 0


def one_more(number):
    return number + 1


def visit():
    global visits
    visits = one_more(visits)


threads = [threading.Thread(target=visit) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('visits:', visits)
