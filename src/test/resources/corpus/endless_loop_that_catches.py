# expect: timed_out
# message: main +was running
# timeout: 1s
while True:
    try:
        x = 1
    except BaseException:
        pass
