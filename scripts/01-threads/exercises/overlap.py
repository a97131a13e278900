# Three downloads, one after the other.
import threading
from time import sleep


def download(name, seconds):
    sleep(seconds)
    print(name, 'is here')


downloads = [('the map', 0.8), ('the photo', 0.4), ('the letter', 0.2)]

for name, seconds in downloads:
    thread = threading.Thread(target=download, args=(name, seconds))
    thread.start()
    thread.join()
print('all DONE')
