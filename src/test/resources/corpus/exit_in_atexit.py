# expect: completed
# prints: ^at exit$
import atexit
import sys


@atexit.register
def leave():
    print('at exit')
    sys.exit(9)
