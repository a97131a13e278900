# Two threads, each around an object that can be called like a function.
# Run it: python3 python-originals/01-threads/thread_callable.py

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

# %% notebook cell 7
class ThreadFunc:
    
    def __init__(self, func, args, name=''):
        self.name = name
        self.func = func
        self.args = args
    
    def __call__(self):
        self.func(*self.args) ## python3 取消 apply() 使用 *， ** 展开参数

# %% notebook cell 8
def mtslepp2():
    print('starting at: {}'.format(ctime()))
    threads = []
    nloops = range(len(loops))
    
    for i in nloops:
        t = threading.Thread(target=ThreadFunc(
            loop, (i, loops[i]), 
            loop.__name__))
        threads.append(t)
    
    for i in nloops:        # start threads
        threads[i].start()
    
    for i in nloops:        # wait for completion
        threads[i].join()   
    
    print('all DONE at: {}'.format(ctime()))

# %% notebook cell 9
mtslepp2()
