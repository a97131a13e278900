# expect: failed
# message: Lock self\.right at deadlock_forks\.py:15, held by
import threading
import time


class Philosopher(threading.Thread):
    def __init__(self, forks, seat):
        super().__init__()
        self.left, self.right = forks[seat], forks[(seat + 1) % len(forks)]

    def run(self):
        with self.left:
            time.sleep(0.1)
            with self.right:
                pass


forks = [threading.Lock() for _ in range(3)]
for seat in range(3):
    Philosopher(forks, seat).start()
