# expect: completed
# never: afterwards
import sys
sys.exit()
print('afterwards')
