# expect: timed_out
# prints: ^xxxxx
# timeout: 1500ms
while True:
    print('x' * 1000, end='')
