# expect: failed
# message: ^deadlock: each of these threads waits for the next one
# message: one +waited .* for Lock b at deadlock_lock.py:\d+, held by two
# message: two +waited .* for Lock a at deadlock_lock.py:\d+, held by one
# prints: ^started$
# never: ^never$
import threading
import time

a = threading.Lock()
b = threading.Lock()


def work(first, second):
    with first:
        time.sleep(0.1)
        with second:
            print('never')


threads = [
    threading.Thread(target=work, args=(a, b), name='one'),
    threading.Thread(target=work, args=(b, a), name='two'),
]
for t in threads:
    t.start()
print('started')
for t in threads:
    t.join()
