import threading

event = threading.Event()
print(event.is_set(), event.wait(0.01))
threading.Timer(0.02, event.set).start()
print(event.wait(), event.is_set())
event.clear()
print(event.is_set())
