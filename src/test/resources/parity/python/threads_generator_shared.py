import threading

def numbers():
    for n in range(1000):
        yield n

class Safe:
    def __init__(self, items):
        self.items, self.lock = items, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.items)

def take(into):
    into.extend(shared)

shared = Safe(numbers())
parts = [[], []]
threads = [threading.Thread(target=take, args=(part,)) for part in parts]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(parts[0] + parts[1]) == list(range(1000)))
