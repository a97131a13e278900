# thread sleeper: sleep 0.6
# thread main: join 0.6, wait 0
import threading
import time

sleeper = threading.Thread(target=time.sleep, args=(0.6,), name='sleeper')
sleeper.start()
sleeper.join()
print('done')
