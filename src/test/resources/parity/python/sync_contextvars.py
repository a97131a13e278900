import contextvars
import threading

who = contextvars.ContextVar('who', default='nobody')

def tell(name):
    print(name, who.get())

who.set('main')
copied = contextvars.copy_context()
for run in (lambda: tell('plain'), lambda: copied.run(tell, 'copied')):
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
token = who.set('other')
who.reset(token)
tell('reset')
