# expect: timed_out
# prints: ^line 0$
# message: still running after 1.5 s
# timeout: 1500ms
# at-most: 10000
n = 0
while True:
    print('line', n)
    n += 1
