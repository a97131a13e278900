# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Event.wait
import threading

threading.Event().wait()
