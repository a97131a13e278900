# The task hands its exception to those who wait for its result.
import threading
from concurrent.futures import Future

divisor = 0
result = Future()


def prepare():
    global divisor
    divisor = 2


def divide():
    try:
        result.set_result(10 // divisor)
    except ZeroDivisionError as e:
        result.set_exception(e)


threading.Thread(target=prepare).start()
threading.Thread(target=divide).start()
try:
    print('result:', result.result())
except ZeroDivisionError:
    print('result: none')
