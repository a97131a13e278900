# expect: failed
# message: waiter +waited .* for the lock of Condition ready at standstill_condition_lock\.py:12, held by main
# message: main +waited .* in Event\.wait at standstill_condition_lock\.py:20
import threading

ready = threading.Condition()


def wait():
    with ready:
        waiting.release()
        ready.wait()


waiting = threading.Semaphore(0)
threading.Thread(target=wait, name='waiter').start()
waiting.acquire()
with ready:
    ready.notify()
    threading.Event().wait()
