# Reading the list and adding to it exclude each other.
import threading

guests = {'ann': 1, 'bob': 2}
lock = threading.Lock()


def greet(name):
    return 'hello ' + name


def greet_all():
    with lock:
        for name in guests:
            greet(name)


def arrive():
    with lock:
        guests['cy'] = 3


threads = [threading.Thread(target=greet_all), threading.Thread(target=arrive)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('guests:', len(guests))
