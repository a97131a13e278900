# Two swaps at the same time count as one, or leave the same value on both sides.
import threading

left, right = 1, 2


def carried(value):
    return value


def swap():
    global left, right
    old = left
    left = carried(right)
    right = old


threads = [threading.Thread(target=swap) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('sides:', left, right)
