# Who does not set the value reads it again and tries once more.
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
    while True:
        seen = votes
        if compare_and_set(seen, seen + 1):
            return


threads = [threading.Thread(target=vote) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('votes:', votes)
