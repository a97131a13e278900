# Each thread sees that the other one is not busy, then says that it is: both write at the same
# time.
import threading

busy = [False, False]
text = ''


def yes():
    return True


def appended(old, word):
    return old + word


def write(me):
    global text
    while busy[1 - me]:
        pass
    busy[me] = yes()
    text = appended(text, 'ab'[me])
    busy[me] = False


threads = [threading.Thread(target=write, args=(0,)), threading.Thread(target=write, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('letters:', len(text))
