# expect: failed
# message: at processes_share_memory\.py:6: ImportError
# prints: has no shared memory: use a Queue
from multiprocessing import Value

counter = Value('i', 0)
