# expect: completed
# prints: ^late$
import threading

event = threading.Event()
threading.Timer(1.5, event.set).start()
event.wait()
print('late')
