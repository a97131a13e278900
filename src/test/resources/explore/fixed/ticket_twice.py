# A ticket is drawn under the lock.
import threading

next_ticket = 0
served = 0
changed = threading.Condition()


def printed(ticket):
    return ticket


def visit():
    global next_ticket, served
    with changed:
        mine = printed(next_ticket)
        next_ticket = mine + 1
        while served != mine:
            changed.wait()
    with changed:
        served += 1
        changed.notify_all()


threads = [threading.Thread(target=visit) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('served:', served)
