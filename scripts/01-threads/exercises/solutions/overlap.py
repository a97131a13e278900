# Three downloads, all at once.
import threading
from time import sleep


def download(name, seconds):
    sleep(seconds)
    print(name, 'is here')


downloads = [('the map', 0.8), ('the photo', 0.4), ('the letter', 0.2)]

threads = [threading.Thread(target=download, args=task) for task in downloads]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('all DONE')
