# Waiting for a key gives back the lock of the box, but not that of the house: nobody can bring
# the key.
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
    with house:
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
