# thread short 7: io 0
# thread short 6: io 0
# thread short 5: io 0
# thread short 4: io 0
# thread short 3: io 0
# thread short 2: io 0
# thread short 1: io 0
# thread short 0: io 0
# thread main: join 0, sleep 0.3, wait 0
import threading
import time

threads = [threading.Thread(target=print, args=('from', i), name=f'short {i}') for i in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
time.sleep(0.3)
