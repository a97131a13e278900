# expect: completed
# prints: ^x{1000000}$
# lines: 2
print('x' * 1_000_000)
print('end')
