# expect: failed
# message: EOFError
name = input('name? ')
