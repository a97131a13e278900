# Four people pay 10 into one account at the same time.
import threading
from time import sleep

balance = 0


def pay():
    global balance
    before = balance
    sleep(0.2)  # the bank is thinking
    balance = before + 10


threads = [threading.Thread(target=pay) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('balance =', balance)
