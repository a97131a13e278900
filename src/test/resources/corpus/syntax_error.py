# expect: rejected
# message: syntax_error.py:\d+: SyntaxError
print("never")
if True
    pass
