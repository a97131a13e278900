# Reading is locked and writing is locked, but what another thread writes in between is lost.
import threading

likes = 0
lock = threading.Lock()


def get():
    with lock:
        return likes


def put(number):
    global likes
    with lock:
        likes = number


def like():
    put(get() + 1)


threads = [threading.Thread(target=like) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('likes:', likes)
