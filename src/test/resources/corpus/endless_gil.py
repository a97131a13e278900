# expect: timed_out
# message: GIL
# timeout: 1500ms
import threading


def spin():
    while True:
        pass


threading.Thread(target=spin, name='other').start()
spin()
