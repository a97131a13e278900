# expect: completed
# prints: ^almost$
print('almost', end='')
