# expect: completed
# prints: ^end$
import threading


class Odd(threading.Thread):
    @property
    def name(self):
        raise ValueError('no name')

    def run(self):
        print('end')


odd = Odd()
odd.start()
odd.join()
