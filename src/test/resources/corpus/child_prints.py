# expect: completed
# retry: what is written past the language may come after the end
# prints: ^from the child$
# prints: ^end$
import subprocess
import time

subprocess.run(['sh', '-c', 'echo from the child; cat'])
time.sleep(0.3)
print('end')
