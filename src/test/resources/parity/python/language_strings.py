name, width, value = 'Zoë', 10, 3.14159
print(f'{name!r:>{width}}|{value:.2f}|{value:08.3f}|{1234567:,}|{255:#x}|{0.25:.0%}')
print(f'{name=} {value * 2 = :.1f} {"nested " + f"{width}"}')
print('%s %5d %-5s| %r %x' % ('a', 42, 'b', 'c', 255), '{0} {1} {0}'.format('x', 'y'))
print('ß'.upper(), 'İ'.lower(), '日本語'[::-1], len('👩‍👩‍👧'), 'é'.encode(), b'\xc3\xa9'.decode())
print('a,b,,c'.split(','), ' x '.strip(), 'ab'.center(6, '*'), 'tEST'.capitalize(), 'x'.join('abc'))
print(ascii('ü€😀'), repr('\t\n\x00\''), 'A\N{BULLET}B' if False else 'A•B', '\u20ac')
try:
    'ü'.encode('ascii')
except UnicodeEncodeError as error:
    print(type(error).__name__, error.start, error.end)
print('ü?'.encode('ascii', 'replace'), 'ü'.encode('ascii', 'xmlcharrefreplace'), 'e\u0301' == 'é')
