# The consumer looks, then waits. What is said in between wakes nobody, and is not said again.
import threading

cooked = False
bell = threading.Condition()


def sit_down():
    return 'seated'


def cook():
    global cooked
    cooked = True
    with bell:
        bell.notify()


def eat():
    if not cooked:
        sit_down()
        with bell:
            bell.wait()


threads = [threading.Thread(target=cook), threading.Thread(target=eat)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
