# expect: completed
# prints: ^end$
import sys

sys.modules['queue'] = sys.modules['traceback'] = None
print('end')
