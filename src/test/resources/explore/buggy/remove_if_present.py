# Both threads find the ticket, and the second one to remove it gets an exception.
import threading

tickets = {'row 1': 30}
earned = [0, 0]


def ask_price(name):
    return tickets[name]


def sell(number):
    if 'row 1' in tickets:
        earned[number] = ask_price('row 1')
        del tickets['row 1']


threads = [threading.Thread(target=sell, args=(0,)), threading.Thread(target=sell, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('earned:', sum(earned))
