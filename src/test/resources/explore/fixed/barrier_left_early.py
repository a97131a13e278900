# Every party comes to the barrier, whatever it has seen.
import threading

cancelled = False
barrier = threading.Barrier(2)


def is_cancelled():
    return cancelled


def play():
    barrier.wait()
    if is_cancelled():
        return


players = [threading.Thread(target=play) for _ in range(2)]
for t in players:
    t.start()
cancelled = True
for t in players:
    t.join()
print('all done')
