# expect: timed_out
# message: main +was running at endless_loop.py:\d
# timeout: 3s
while True:
    pass
