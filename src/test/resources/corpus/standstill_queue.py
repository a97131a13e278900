# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Queue.get at standstill_queue.py:\d
import queue

queue.Queue().get()
