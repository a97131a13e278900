# expect: failed
# message: ^standstill: every thread waits
# message: main +waited .* in Future.result
from concurrent.futures import Future

Future().result()
