# expect: completed
# prints: ^\(.patched., 1\)$
import builtins
import threading
import time

plain = print
builtins.print = lambda *a: plain(a)
time.sleep = lambda s: None
threading.Thread = None
threading.Lock = None
time.sleep(100)
print('patched', 1)
