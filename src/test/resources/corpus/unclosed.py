# expect: rejected
# message: unclosed.py:\d+: SyntaxError
print((1, 2)
