# Each thread is joined right after its start: nothing overlaps, 4 s + 2 s take 6 s.
# Run it: python3 python-originals/01-threads/start_then_join.py

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

# %% notebook cell 13
def mtslepp4():
    print('starting at: {}'.format(ctime()))
    threads = []
    nloops = range(len(loops))
    
    for i in nloops:
        t = MyThread(loop,(i, loops[i]), loop.__name__)
        threads.append(t)
    
    for i in nloops:        # start threads start之后就join 线程变成有序 启动时间也不是并行
        threads[i].start()
        threads[i].join()
        
    print('all DONE at: {}'.format(ctime()))

# %% notebook cell 14
mtslepp4()
