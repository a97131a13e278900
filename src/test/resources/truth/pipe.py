# thread reader: io 0.4
# thread main: sleep 0.6, join 0, wait 0
import os
import threading
import time

end, begin = os.pipe()


def read():
    print('read', os.read(end, 10))


reader = threading.Thread(target=read, name='reader')
reader.start()
time.sleep(0.6)
os.write(begin, b'done')
reader.join()
