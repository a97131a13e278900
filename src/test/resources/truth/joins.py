# thread napper 9: sleep 0.04
# thread napper 8: sleep 0.04
# thread napper 7: sleep 0.04
# thread napper 6: sleep 0.04
# thread napper 5: sleep 0.04
# thread napper 4: sleep 0.04
# thread napper 3: sleep 0.04
# thread napper 2: sleep 0.04
# thread napper 1: sleep 0.04
# thread napper 0: sleep 0.04
# thread main: join 0.4, wait 0
import threading
import time

for i in range(10):
    napper = threading.Thread(target=time.sleep, args=(0.04,), name=f'napper {i}')
    napper.start()
    napper.join()
print('done')
