# The code takes the locks in one order only, but its arguments come in two.
import threading


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = 100
        self.lock = threading.Lock()

    def add(self, amount):
        self.balance += amount


def transfer(source, target, amount):
    first, second = source, target
    with first.lock:
        source.add(-amount)
        with second.lock:
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
