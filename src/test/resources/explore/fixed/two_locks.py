# Both threads take the locks in the same order.
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
    with pen:
        get_ready()
        with paper:
            pass


threads = [threading.Thread(target=write), threading.Thread(target=draw)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
