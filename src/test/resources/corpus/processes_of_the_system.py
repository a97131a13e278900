# expect: failed
# message: at processes_of_the_system\.py:6: AttributeError: module 'os' has no attribute 'fork'
# prints: ^os\.fork is not there: .* play it on CPython
import os

os.fork()
