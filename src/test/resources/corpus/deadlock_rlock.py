# expect: failed
# message: ^deadlock: each of these threads waits for the next one
# message: one +waited .* for RLock b at deadlock_rlock.py:\d+, held by two
# message: two +waited .* for RLock a at deadlock_rlock.py:\d+, held by one
# prints: ^started$
# never: ^never$
import threading

a = threading.RLock()
b = threading.RLock()
both = threading.Barrier(2)


def work(first, second):
    with first:
        both.wait()
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
