# expect: failed
# message: at processes_executable\.py:7: OSError
# prints: ^sys\.executable is empty, .*'python3'
import subprocess
import sys

subprocess.run([sys.executable, '-c', 'print(1)'])
