# Two threads that both compute for more than two seconds.
import threading


def work():
    counts = {}
    for i in range(220_000_000):
        counts[i & 1023] = i


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
