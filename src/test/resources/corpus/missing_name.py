# expect: failed
# message: missing_name.py:\d+: NameError
print(nothing)
