# Two threads of a Thread subclass of one's own, which says when it starts and ends.
# Run it: python3 python-originals/01-threads/thread_subclass.py

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

# %% notebook cell 10
class MyThread(threading.Thread):
    
    def __init__(self, func, args, name=''):
        threading.Thread.__init__(self) # 子类构造器一定要先调用父类的构造器
        self.func = func
        self.args = args
        self.name = name
    
    def getResult(self):
        return self.res
    
    # 线程运行时 自动执行Thread的run方法 下面我们重写父类的run方法
    def run(self):     
        print('starting {} at: {}'.format(self.name, ctime()))
        self.res = self.func(*self.args)
        print('{} finished at: {}'.format(self.name, ctime()))

# %% notebook cell 11
def mtslepp3():
    print('starting at: {}'.format(ctime()))
    threads = []
    nloops = range(len(loops))
    
    for i in nloops:
        t = MyThread(loop,(i, loops[i]), loop.__name__)
        threads.append(t)
    
    for i in nloops:        # start threads
        threads[i].start()
    
    for i in nloops:        # wait for completion
        threads[i].join()   
    
    print('all DONE at: {}'.format(ctime()))

# %% notebook cell 12
mtslepp3()
