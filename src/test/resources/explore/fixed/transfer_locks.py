# The lock of the account with the lower number is taken first.
import threading


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = 100
        self.lock = threading.Lock()

    def add(self, amount):
        self.balance += amount


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock:
        with second.lock:
            source.add(-amount)
            target.add(amount)


ann, bob = Account(1), Account(2)
threads = [
    threading.Thread(target=transfer, args=(ann, bob, 10)),
    threading.Thread(target=transfer, args=(bob, ann, 20)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('balances:', ann.balance, bob.balance)
