# Both workers count down from the same number, so nobody reaches zero: main waits for ever.
import threading

left = 2
all_done = threading.Event()


def one_less(number):
    return number - 1


def work():
    global left
    left = one_less(left)
    if left == 0:
        all_done.set()


for _ in range(2):
    threading.Thread(target=work).start()
all_done.wait()
print('all done')
