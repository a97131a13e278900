# Counting down is one step.
import threading

left = 2
lock = threading.Lock()
all_done = threading.Event()


def one_less(number):
    return number - 1


def work():
    global left
    with lock:
        left = one_less(left)
        if left == 0:
            all_done.set()


for _ in range(2):
    threading.Thread(target=work).start()
all_done.wait()
print('all done')
