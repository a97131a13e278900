# expect: failed
# message: KeyError
import threading

threading.excepthook = lambda args: print('hooked', args.exc_type.__name__)


def work():
    raise KeyError('lost')


t = threading.Thread(target=work)
t.start()
t.join()
raise KeyError('main')
