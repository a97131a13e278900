# expect: timed_out
# timeout: 1s
# prints: ^cleaning$
try:
    raise ValueError
finally:
    print('cleaning')
    while True:
        pass
