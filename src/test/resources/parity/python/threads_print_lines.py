# sorted
import builtins
import threading

lock = threading.Lock()
plain = builtins.print

def safe(*values, **options):
    with lock:
        plain(*values, **options)

__builtins__.print = safe

def work(name):
    for n in range(3):
        print(name, n)

threads = [threading.Thread(target=work, args=(name,)) for name in 'abc']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(print is safe)
