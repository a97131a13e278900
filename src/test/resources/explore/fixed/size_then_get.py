# One call takes a job, or says that there is none.
import threading
from collections import deque

jobs = deque(['paint'])


def work():
    try:
        jobs.popleft()
    except IndexError:
        pass  # no job left


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('jobs left:', len(jobs))
