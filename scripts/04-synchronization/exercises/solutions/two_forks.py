# Two philosophers need both forks. Both take the left one first.
import threading
from time import sleep

left = threading.Lock()
right = threading.Lock()


def eat(name, first, second):
    with first:
        sleep(0.1)
        with second:
            print(name, 'eats')


plato = threading.Thread(target=eat, args=('Plato', left, right), name='Plato')
socrates = threading.Thread(target=eat, args=('Socrates', left, right), name='Socrates')
plato.start()
socrates.start()
plato.join()
socrates.join()
print('all DONE')
