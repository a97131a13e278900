# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Queue.join
import queue

q = queue.Queue()
q.put(1)
q.get()
q.join()
