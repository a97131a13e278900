# expect: crashed
# message: killed, by the script itself or from outside
import os
import signal

os.kill(os.getpid(), signal.SIGTERM)
