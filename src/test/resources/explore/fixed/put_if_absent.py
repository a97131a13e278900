# Looking up and putting are one step.
import threading

connections = {}
lock = threading.Lock()
used = [None, None]


def connect(name):
    return [name]


def connection(name):
    with lock:
        if name not in connections:
            connections[name] = connect(name)
        return connections[name]


def work(number):
    used[number] = connection('database')


threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('connections used:', 1 if used[0] is used[1] else 2)
