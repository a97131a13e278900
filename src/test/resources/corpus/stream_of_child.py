# expect: completed
# prints: ^from the child$
# prints: ^end$
import subprocess
import time

subprocess.run(['sh', '-c', 'echo from the child; cat'])
time.sleep(0.3)
print('end')
