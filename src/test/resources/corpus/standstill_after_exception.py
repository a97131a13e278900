# expect: failed
# message: ^uncaught in thread main at standstill_after_exception\.py:8: ValueError: no work\nstandstill
import queue
import threading

box = queue.Queue()
threading.Thread(target=box.get).start()
raise ValueError('no work')
