# expect: timed_out
# message: main +slept .* at endless_sleep.py:\d
# timeout: 1s
import time

time.sleep(1_000_000)
