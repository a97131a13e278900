# A guest comes in while the list is read: the iteration ends with an exception.
import threading

guests = {'ann': 1, 'bob': 2}


def greet(name):
    return 'hello ' + name


def greet_all():
    for name in guests:
        greet(name)


def arrive():
    guests['cy'] = 3


threads = [threading.Thread(target=greet_all), threading.Thread(target=arrive)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('guests:', len(guests))
