# expect: failed
# message: exited with status 7
# prints: ^before$
import os
print('before')
os._exit(7)
