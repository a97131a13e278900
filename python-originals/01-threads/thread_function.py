# Two threads, each around a function: they sleep 4 s and 2 s, and together take 4 s.
# Run it: python3 python-originals/01-threads/thread_function.py

# %% notebook cell 1
import threading

# %% notebook cell 2
from time import sleep, ctime

# %% notebook cell 3
loops = [4, 2]

# %% notebook cell 4
def loop(nloop, nsec):
    print('start loop{} at: {}'.format(nloop, ctime()))
    sleep(nsec)
    print('loop{} done at: {}'.format(nloop, ctime()))

# %% notebook cell 5
def mtsleep1():
    print('starting at: {}'.format(ctime()))
    threads = []
    nloops = range(len(loops))
    
    for i in nloops:
        t = threading.Thread(target=loop, args=(i, loops[i]))
        threads.append(t)
    
    for i in nloops:        # start threads
        threads[i].start()
    
    for i in nloops:        # wait for all
        threads[i].join()   # threads to finish
    
    print('all DONE at: {}'.format(ctime()))

# %% notebook cell 6
mtsleep1()
