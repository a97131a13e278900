# expect: failed
# message: UnicodeEncodeError|surrogate
print('before')
print('\ud800')
