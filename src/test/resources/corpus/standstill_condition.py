# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Condition.wait
import threading

c = threading.Condition()
with c:
    c.wait()
