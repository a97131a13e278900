import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, TimeoutError, as_completed, wait

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    slow, waiting = pool.submit(gate.wait), pool.submit(int)
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print('timeout', repr(error), TimeoutError.__module__)
    print(waiting.cancel(), waiting.cancelled(), slow.cancel())
    gate.set()
    print(slow.result())
    done, undone = wait([pool.submit(abs, -1)], return_when=FIRST_COMPLETED)
    print([one.result() for one in done], undone)
    futures = {pool.submit(str, n): n for n in range(3)}
    print(sorted(futures[one] for one in as_completed(futures)))
