# A quick thread comes to the second round before the slow one has left the first: one waits for
# ever.
import threading
import time

arrived = 0
left = 0
changed = threading.Condition()


def barrier():
    global arrived, left
    with changed:
        arrived += 1
        changed.notify_all()
        while arrived < 2:
            changed.wait()
        left += 1
        if left == 2:
            arrived = left = 0


def play():
    barrier()
    time.sleep(0.02)  # the first round; by then all have left the barrier, or so we think
    barrier()


threads = [threading.Thread(target=play) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
