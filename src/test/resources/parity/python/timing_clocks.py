import time

before = time.perf_counter()
time.sleep(0.02)
print(time.perf_counter() - before >= 0.02, time.monotonic() > 0, time.time_ns() > 10**18)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
try:
    time.sleep('1')
except TypeError as error:
    print(error)
print(time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(0)))
