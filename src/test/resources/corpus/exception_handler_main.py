# expect: failed
# message: ValueError
# prints: ^handled on purpose$
import sys

sys.excepthook = lambda kind, value, trace: print('handled', value)
raise ValueError('on purpose')
