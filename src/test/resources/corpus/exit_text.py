# expect: failed
# message: exited with status 1
# prints: ^no good$
import sys
sys.exit('no good')
