# Two requests take the last place of the limit.
import threading

LIMIT = 2
admitted = 0
served = []


def log(request):
    return 'served %d' % request


def handle(request):
    global admitted
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
