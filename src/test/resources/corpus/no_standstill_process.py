# expect: completed
# prints: ^after$
import subprocess

subprocess.run(['sleep', '1.5'])
print('after')
