# The value has changed in between, so it is not set, and nobody looks: an update is lost.
import threading

votes = 0
lock = threading.Lock()


def compare_and_set(old, new):
    global votes
    with lock:
        if votes != old:
            return False
        votes = new
        return True


def vote():
    seen = votes
    compare_and_set(seen, seen + 1)


threads = [threading.Thread(target=vote) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('votes:', votes)
