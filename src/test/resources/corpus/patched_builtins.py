# expect: failed
# message: TypeError
import sys
import builtins

for name in ('len', 'isinstance', 'str', 'type', 'getattr', 'list'):
    setattr(builtins, name, None)
print('end')
