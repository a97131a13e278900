# expect: timed_out
# message: main +was running
# timeout: 1s
while True:
    pass
