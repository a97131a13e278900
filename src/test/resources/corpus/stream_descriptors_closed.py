# expect: completed
# prints: ^before$
# prints: ^after$
import os

print('before')
for fd in (0, 1, 2):
    try:
        os.close(fd)
    except OSError:
        pass
print('after')
