# thread holder: sleep 0.6, wait 0
# thread wanter: lock 0.6, wait 0
# thread main: join 0.6, wait 0
import threading
import time

lock = threading.Lock()
held = threading.Event()
wanted = threading.Event()


def hold():
    with lock:
        held.set()
        wanted.wait()
        time.sleep(0.6)


def want():
    held.wait()
    wanted.set()
    with lock:
        print('mine')


threads = [threading.Thread(target=hold, name='holder'), threading.Thread(target=want, name='wanter')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
