# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Semaphore.acquire
import threading

s = threading.Semaphore(0)
s.acquire()
