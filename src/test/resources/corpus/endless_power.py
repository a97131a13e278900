# expect: timed_out
# timeout: 1s
print(len(str(7 ** 7 ** 9)))
