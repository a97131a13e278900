# expect: completed
# lines: 3
# prints: ^\x1b\[2J\x1b\]0;title\x07x$
# prints: ^a\x00b$
print('\x1b[2J\x1b]0;title\x07x')
print('a\x00b')
print('10 %\r50 %\rdone')
