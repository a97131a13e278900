# The settings are there before the thread starts.
import threading

settings = None
speeds = []


def load():
    return {'speed': 3}


def drive():
    speeds.append(settings['speed'])


settings = load()
driver = threading.Thread(target=drive)
driver.start()
driver.join()
print('speed:', *speeds)
