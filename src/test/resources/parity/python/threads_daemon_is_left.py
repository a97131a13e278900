import threading

def wait():
    print('waiting')
    ready.set()
    threading.Event().wait()

ready = threading.Event()
threading.Thread(target=wait, daemon=True).start()
ready.wait()
print('main is done')
