# One party sees the cancellation and goes home, and the other one waits for it at the barrier.
import threading

cancelled = False
barrier = threading.Barrier(2)


def is_cancelled():
    return cancelled


def play():
    if is_cancelled():
        return
    barrier.wait()


players = [threading.Thread(target=play) for _ in range(2)]
for t in players:
    t.start()
cancelled = True
for t in players:
    t.join()
print('all done')
