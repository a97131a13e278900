# expect: rejected
# message: text_unclosed.py:\d+: SyntaxError
print((1, 2)
