# expect: completed
# prints: ^x{1000000}
# prints: y$
print('x' * (5 << 20) + 'y')
