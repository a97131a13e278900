# expect: completed
# prints: ValueError: at exit
import atexit


@atexit.register
def broken():
    raise ValueError('at exit')
