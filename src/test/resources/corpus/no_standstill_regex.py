# expect: completed
# prints: ^found in time$
import re
import threading
import time


def find():  # the first regular expression, while another thread sleeps
    begin = time.monotonic()
    assert re.search('b+', 'abbc')
    print('found', 'in time' if time.monotonic() - begin < 3 else 'late')


threading.Thread(target=find).start()
time.sleep(4)
