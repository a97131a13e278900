# Each thread holds one lock and waits for the other one.
import threading

pen = threading.Lock()
paper = threading.Lock()


def get_ready():
    return 'ready'


def write():
    with pen:
        get_ready()
        with paper:
            pass


def draw():
    with paper:
        get_ready()
        with pen:
            pass


threads = [threading.Thread(target=write), threading.Thread(target=draw)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
