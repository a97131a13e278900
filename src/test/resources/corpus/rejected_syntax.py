# expect: rejected
# message: rejected_syntax.py:\d+: SyntaxError
print("never")
if True
    pass
