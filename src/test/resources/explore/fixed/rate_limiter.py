# Checking and counting happen under one lock.
import threading

LIMIT = 2
admitted = 0
served = []
lock = threading.Lock()


def log(request):
    return 'served %d' % request


def handle(request):
    global admitted
    with lock:
        if admitted < LIMIT:
            served.append(log(request))
            admitted += 1


threads = [
    threading.Thread(target=handle, args=(1,)),
    threading.Thread(target=handle, args=(2,)),
    threading.Thread(target=handle, args=(3,)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('served:', len(served))
