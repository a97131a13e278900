# All who change the balance hold the same lock.
import threading

balance = 10
changes = threading.Lock()


def plus(amount, more):
    return amount + more


def deposit():
    global balance
    with changes:
        balance = plus(balance, 5)


def withdraw():
    global balance
    with changes:
        balance = plus(balance, -5)


threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('balance:', balance)
