# One seat, three buyers. Nobody comes between looking and buying.
import threading
from time import sleep

seats = 1
lock = threading.Lock()


def buy():
    global seats
    with lock:
        if seats > 0:
            sleep(0.2)  # the customer is looking for a card
            seats -= 1
            print('sold')
        else:
            print('sold out')


threads = [threading.Thread(target=buy) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('seats left:', seats)
