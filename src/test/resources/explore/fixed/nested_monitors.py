# The lock of the house is not held while a thread waits at the box.
import threading

house = threading.Lock()
box = threading.Condition()
keys = 0


def bring():
    global keys
    with house:
        with box:
            keys += 1
            box.notify()


def fetch():
    global keys
    with box:
        while keys == 0:
            box.wait()
        keys -= 1


threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('keys:', keys)
