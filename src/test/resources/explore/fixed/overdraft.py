# Checking and taking happen under one lock.
import threading

balance = 100
lock = threading.Lock()
paid = [0, 0]


def count_out(amount):
    return amount


def withdraw(place, amount):
    global balance
    with lock:
        if balance >= amount:
            paid[place] = count_out(amount)
            balance -= amount


threads = [
    threading.Thread(target=withdraw, args=(0, 80)),
    threading.Thread(target=withdraw, args=(1, 80)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('paid out:', sum(paid))
