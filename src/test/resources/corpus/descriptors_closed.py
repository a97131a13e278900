# expect: completed
# retry: once in some hundred plays nothing of what is written past the language arrives
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
