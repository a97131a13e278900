import threading

class Own(threading.local):
    def __init__(self):
        self.count = 0

def count(times):
    for _ in range(times):
        own.count += 1
    counts.append(own.count)

own, counts = Own(), []
threads = [threading.Thread(target=count, args=(n,)) for n in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(counts), own.count)
