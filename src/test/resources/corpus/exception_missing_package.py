# expect: failed
# message: at exception_missing_package\.py:5: ModuleNotFoundError: No module named 'numpy'$
# prints: ^numpy is native code, which Duet's Python lane does not load: play it on CPython

import numpy
