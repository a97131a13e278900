# Each side holds a lock of its own, so nothing keeps them apart.
import threading

balance = 10
deposits = threading.Lock()
withdrawals = threading.Lock()


def plus(amount, more):
    return amount + more


def deposit():
    global balance
    with deposits:
        balance = plus(balance, 5)


def withdraw():
    global balance
    with withdrawals:
        balance = plus(balance, -5)


threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('balance:', balance)
