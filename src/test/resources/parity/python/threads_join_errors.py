import threading

for what in ('current', 'unstarted', 'twice'):
    try:
        if what == 'current':
            threading.current_thread().join()
        elif what == 'unstarted':
            threading.Thread().join()
        else:
            thread = threading.Thread()
            thread.start()
            thread.join()
            thread.start()
    except RuntimeError as error:
        print(what, error)
