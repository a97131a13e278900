# expect: failed
# message: ^the script exited with status 3$
# prints: ^bye$
import sys
print('bye', end='')
sys.exit(3)
