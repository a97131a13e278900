# expect: failed
# message: at processes_of_the_system\.py:6: AttributeError: module 'os' has no attribute 'fork'
# prints: ^os\.fork is not there: .* run this script with
import os

os.fork()
