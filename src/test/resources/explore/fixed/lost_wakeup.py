# The consumer looks while it holds the lock that the producer needs.
import threading

cooked = False
bell = threading.Condition()


def sit_down():
    return 'seated'


def cook():
    global cooked
    with bell:
        cooked = True
        bell.notify()


def eat():
    sit_down()
    with bell:
        while not cooked:
            bell.wait()


threads = [threading.Thread(target=cook), threading.Thread(target=eat)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
