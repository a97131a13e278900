"""A thread that prints and sleeps unseen, so that a script's first lines need not wait for anything to load."""

import threading
import time


def prime():
    def play():
        print('line {} at {}'.format(1, time.ctime()))
        time.sleep(0.001)

    thread = threading.Thread(target=play, name='primer')
    thread.start()
    thread.join(1)
