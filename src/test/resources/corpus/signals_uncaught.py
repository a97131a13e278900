# expect: failed
# message: uncaught in thread main at signals_uncaught\.py:9: KeyboardInterrupt
import _thread
import threading

event = threading.Event()
threading.Timer(0.1, _thread.interrupt_main).start()

event.wait()
