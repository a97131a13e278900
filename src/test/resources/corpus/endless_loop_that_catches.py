# expect: timed_out
# message: was running at endless_loop_that_catches.py
# timeout: 1s
while True:
    try:
        x = 1
    except BaseException:
        pass
