import sys

print('out')
print('err', file=sys.stderr)
sys.stdout.write('no line end')
sys.stdout.flush()
print(' and its end', end='')
print()
print('a', 'b', sep='\n', end='.\n', flush=True)
sys.stdout.buffer.write(b'bytes\n')
sys.stdout.buffer.flush()
print(sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.name)
