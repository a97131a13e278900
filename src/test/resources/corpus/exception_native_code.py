# expect: failed
# prints: termios is native code
# prints: ^For native code, play it on CPython
# message: ImportError
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as idle:
    idle.submit(int).result()
    import termios
