# One thread waits until the other one says that it is ready.
import threading
from time import sleep

ready = threading.Event()
asked = 0


def prepare():
    sleep(3)
    print('prepared')
    ready.set()


threading.Thread(target=prepare).start()
asked += 1
ready.wait()
print('served')
print('asked again and again' if asked > 1 else 'asked once at most')
