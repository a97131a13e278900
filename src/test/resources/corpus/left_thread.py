# expect: completed
# prints: ^the thread ends$
import threading
import time


def work():
    time.sleep(0.3)
    print('the thread ends')


threading.Thread(target=work).start()
