# The thread starts before its settings are there, and works only if it is slow.
import threading
import time

settings = None
speeds = []


def load():
    return {'speed': 3}


def drive():
    time.sleep(0.02)  # warms up
    speeds.append(settings['speed'])


driver = threading.Thread(target=drive)
driver.start()
settings = load()
driver.join()
print('speed:', *speeds)
