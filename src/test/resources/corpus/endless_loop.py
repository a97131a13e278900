# expect: timed_out
# timeout: 1s
# What it was doing is only known in time if it has been compiled: see endless_loop_compiled.py.
while True:
    pass
