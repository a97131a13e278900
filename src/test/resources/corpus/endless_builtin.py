# expect: timed_out
# message: inside sum\(\) at endless_builtin.py:\d
# timeout: 1s
sum(range(10**12))
