import threading

items = []
condition = threading.Condition()

def take():
    with condition:
        condition.wait_for(lambda: len(items) == 3)
        print('took', items)

taker = threading.Thread(target=take)
taker.start()
for n in range(3):
    with condition:
        items.append(n)
        condition.notify()
taker.join()
with condition:
    print(condition.wait(timeout=0.01))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
