# differs: Duet counts an exception that ends a thread as a failure of the script
import threading

def fail(what):
    raise ValueError(what)

thread = threading.Thread(target=fail, args=('no luck',))
thread.start()
thread.join()
print('main goes on')
