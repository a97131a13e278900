import sys
import threading
import time

def work():
    time.sleep(0.05)
    print('the thread still ends')

threading.Thread(target=work).start()
sys.exit('main is over')
