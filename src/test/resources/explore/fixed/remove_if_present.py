# Removing tells whether the ticket was there.
import threading

tickets = {'row 1': 30}
earned = [0, 0]


def sell(number):
    earned[number] = tickets.pop('row 1', 0)


threads = [threading.Thread(target=sell, args=(0,)), threading.Thread(target=sell, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('earned:', sum(earned))
