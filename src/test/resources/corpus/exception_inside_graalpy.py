# expect: failed
# message: at exception_inside_graalpy\.py:15: SystemError: an error inside GraalPy
# prints: ^SystemError$
# prints: ^SystemError: an error inside GraalPy: it cannot handle these values$
# prints: ^SystemError: crypt is not there$
# prints: does not have it: play it on CPython
# never: java\.|Java|Specialization
import threading

try:
    BaseException.with_traceback('', '')
except SystemError as error:
    print(type(error).__name__)
thread = threading.Thread(target=lambda: BaseException.with_traceback('', ''))
thread.start()
thread.join()
__import__('crypt')
