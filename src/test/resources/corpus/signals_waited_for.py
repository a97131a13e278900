# expect: failed
# message: at signals_waited_for\.py:6: AttributeError: module 'signal' has no attribute 'sigwait'
# prints: ^signal\.sigwait is not there: Duet's Python lane knows signal\.signal
import signal

signal.sigwait({signal.SIGUSR1})
