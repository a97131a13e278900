# expect: completed
# prints: ^left$
import subprocess

subprocess.Popen(['sleep', '317'])
subprocess.run(['sh', '-c', 'setsid sleep 317 &'])
print('left')
