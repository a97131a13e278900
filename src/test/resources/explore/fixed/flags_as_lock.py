# A lock is checked and taken in one step.
import threading

busy = threading.Lock()
text = ''


def appended(old, word):
    return old + word


def write(me):
    global text
    with busy:
        text = appended(text, 'ab'[me])


threads = [threading.Thread(target=write, args=(0,)), threading.Thread(target=write, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('letters:', len(text))
