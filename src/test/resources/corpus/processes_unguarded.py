# expect: failed
# message: at processes_unguarded\.py:9: RuntimeError: the new process would import this
# never: java
from multiprocessing import Process

process = Process(target=print)
print('before')

process.start()
