# The lock makes a swap one step.
import threading

left, right = 1, 2
lock = threading.Lock()


def carried(value):
    return value


def swap():
    global left, right
    with lock:
        old = left
        left = carried(right)
        right = old


threads = [threading.Thread(target=swap) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('sides:', left, right)
