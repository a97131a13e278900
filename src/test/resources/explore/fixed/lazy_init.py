# The lock lets one thread look and start at a time.
import threading

service = None
started = []
lock = threading.Lock()


def start():
    started.append('service')
    return object()


def get_service():
    global service
    with lock:
        if service is None:
            service = start()
        return service


threads = [threading.Thread(target=get_service) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('started:', len(started))
