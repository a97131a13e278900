# expect: completed
# prints: ^ValueError ValueError OverflowError$
import time

names = []
for seconds in (-1, float('nan'), float('inf')):
    try:
        time.sleep(seconds)
    except Exception as error:
        names.append(type(error).__name__)
print(*names)
