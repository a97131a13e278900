import time
import traceback

for action in (lambda: open('/no/such/file'), lambda: time.sleep(-1)):
    try:
        action()
    except (OSError, ValueError):
        traceback.print_exc()
open('/no/such/file')
