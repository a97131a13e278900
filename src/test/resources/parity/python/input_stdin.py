# input: one
# input:
# input: three words here
import sys

first = sys.stdin.readline()
rest = [line.split() for line in sys.stdin]
print(repr(first), rest, repr(sys.stdin.read()), sys.stdin.isatty())
