# expect: completed
# prints: ^main ends$
import threading
import time

threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
print('main ends')
