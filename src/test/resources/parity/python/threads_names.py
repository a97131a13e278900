import threading

def work(n):
    names.append((n, threading.current_thread().name))

names = []
named = threading.Thread(target=work, args=(1,), name='worker')
plain = threading.Thread(target=work, args=(2,))
numbered = threading.Thread()
for thread in (named, plain, numbered):
    thread.start()
    thread.join()
print(names, numbered.name, threading.main_thread().name, threading.current_thread() is threading.main_thread())
print(named.is_alive(), named.daemon, threading.active_count())
print(repr(plain).replace(str(plain.ident), 'N'))
