# Two patients draw the same ticket and go in together. The doctor then skips a number: its owner
# waits for ever.
import threading

next_ticket = 0
served = 0
changed = threading.Condition()


def printed(ticket):
    return ticket


def visit():
    global next_ticket, served
    mine = printed(next_ticket)
    next_ticket = mine + 1
    with changed:
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
