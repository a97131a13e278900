# expect: timed_out
# timeout: 3s
# never: deadlock
import threading

lock = threading.Lock()


def work():
    while True:
        with lock:
            sum(range(20000))


for _ in range(2):
    threading.Thread(target=work).start()
