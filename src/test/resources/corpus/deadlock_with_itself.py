# expect: failed
# message: ^deadlock: a thread waits for a lock that it holds itself
# message: Lock lock at deadlock_with_itself.py:\d+, held by itself
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
