# expect: crashed
# message: killed, by the script itself or from outside
# prints: ^before$
import subprocess
import time

print('before', flush=True)
time.sleep(0.3)
subprocess.run(['sh', '-c', 'kill -9 $PPID'])
time.sleep(10)
