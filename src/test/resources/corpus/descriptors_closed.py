# expect: completed
# retry: what is written past the language may come after the end
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
