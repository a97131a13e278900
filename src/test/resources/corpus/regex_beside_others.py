# expect: completed
# prints: ^found in time$
import sys
import threading
import time


def find():
    begin = time.monotonic()
    import re  # the first regular expression, while another thread sleeps
    assert re.search('b+', 'abbc')
    print('found', 'in time' if time.monotonic() - begin < 3 else 'late')


assert 're' not in sys.modules
threading.Thread(target=find).start()
time.sleep(4)
