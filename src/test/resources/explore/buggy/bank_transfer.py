# Two transfers run at the same time: money vanishes, or comes from nowhere.
import threading

balance = [100, 100]


def plus(amount, more):
    return amount + more


def transfer(source, target, amount):
    balance[source] = plus(balance[source], -amount)
    balance[target] = plus(balance[target], amount)


threads = [
    threading.Thread(target=transfer, args=(0, 1, 10)),
    threading.Thread(target=transfer, args=(1, 0, 20)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('total:', balance[0] + balance[1])
