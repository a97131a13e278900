# The lock is held from the read to the write.
import threading

likes = 0
lock = threading.RLock()


def get():
    with lock:
        return likes


def put(number):
    global likes
    with lock:
        likes = number


def like():
    with lock:
        put(get() + 1)


threads = [threading.Thread(target=like) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('likes:', likes)
