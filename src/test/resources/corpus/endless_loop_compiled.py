# expect: timed_out
# message: main +was running at endless_loop_compiled.py:\d
# timeout: 10s
# An interpreted loop that calls nothing is found only when it has been compiled.
while True:
    pass
