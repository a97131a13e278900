# expect: failed
# message: ^deadlock
import threading

main = threading.current_thread()
t = threading.Thread(target=main.join)
t.start()
t.join()
