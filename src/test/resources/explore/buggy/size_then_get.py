# Both workers see one job left, and the second one takes from an empty list.
import threading
from collections import deque

jobs = deque(['paint'])


def is_urgent():
    return len(jobs) > 5


def work():
    if len(jobs) > 0 and not is_urgent():
        jobs.popleft()


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('jobs left:', len(jobs))
