# expect: failed
# message: exception_missing_name.py:\d+: NameError
print(nothing)
