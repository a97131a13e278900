# Both threads find no service yet, so it is started twice.
import threading

service = None
started = []


def start():
    started.append('service')
    return object()


def get_service():
    global service
    if service is None:
        service = start()
    return service


threads = [threading.Thread(target=get_service) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('started:', len(started))
