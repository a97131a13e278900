# One thread asks again and again whether the other one is ready.
import threading
from time import sleep

ready = False
asked = 0


def prepare():
    global ready
    sleep(3)
    print('prepared')
    ready = True


threading.Thread(target=prepare).start()
while not ready:
    asked += 1
    sleep(0)
print('served')
print('asked again and again' if asked > 1 else 'asked once at most')
