# expect: timed_out
# message: main +slept .* at sleeps_for_ever.py:\d
# timeout: 1s
import time

time.sleep(1_000_000)
