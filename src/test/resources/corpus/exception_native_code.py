# expect: failed
# prints: termios is native code
# message: ImportError
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as idle:
    idle.submit(int).result()
    import termios
