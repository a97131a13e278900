# expect: completed
# prints: ^end$
import sys

sys.stdout.buffer.write(bytes(range(256)) * 20)
sys.stdout.buffer.flush()
print()
print('end')
