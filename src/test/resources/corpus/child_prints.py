# expect: completed
# retry: once in some hundred plays nothing of what is written past the language arrives
# prints: ^from the child$
# prints: ^end$
import subprocess
import time

subprocess.run(['sh', '-c', 'echo from the child; cat'])
time.sleep(0.3)
print('end')
