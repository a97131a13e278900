# expect: failed
# message: ValueError: on purpose
import sys

sys.stderr = None
raise ValueError('on purpose')
