"""Whatever is left of the prelude: an uncaught exception counts."""
import builtins
import sys
import threading


def nothing(*arguments):
    raise SystemExit(0)


hook = threading.excepthook
for cell in hook.__closure__:
    failures = getattr(cell.cell_contents, '__self__', None)
    if hasattr(failures, '_tell'):
        failures.add = failures.report = failures.complain = failures._tell = nothing
        type(failures).add = type(failures).report = nothing
assert sys._getframe(0).f_back is None
sys.excepthook = nothing
threading._shutdown = nothing
builtins.SystemExit = builtins.BaseException = KeyError
print('all is well')
sys.stdout = sys.stderr = None
raise ValueError('forged')
