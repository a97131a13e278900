# Each round has a number, and who waits looks at the number only.
import threading

arrived = 0
game = 0
changed = threading.Condition()


def barrier():
    global arrived, game
    with changed:
        mine = game
        arrived += 1
        if arrived == 2:
            arrived = 0
            game += 1
            changed.notify_all()
        while game == mine:
            changed.wait()


def play():
    barrier()
    barrier()


threads = [threading.Thread(target=play) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
