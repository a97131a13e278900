# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Barrier.wait
import threading

threading.Barrier(2).wait()
