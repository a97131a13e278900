# expect: completed
# prints: ^end$
import gc
import os
import signal
import sys
import threading

os.chdir('/')
os.environ.clear()
sys.path.clear()
gc.disable()
sys.setswitchinterval(1e-9)
threading.settrace(lambda *a: None)
signal.signal(signal.SIGINT, lambda *a: None)
sys.modules.pop('threading')
print('end')
