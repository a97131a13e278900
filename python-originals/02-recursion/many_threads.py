# The same three recursive functions, each in a thread of its own: as long as the slowest.
# Run it: python3 python-originals/02-recursion/many_threads.py

# %% notebook cell 1
import threading

# %% notebook cell 2
from time import sleep, ctime

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

# %% notebook cell 15
def fib(x):
    sleep(0.005)
    if x < 2: return 1
    return (fib(x-2) + fib(x-1))

def fac(x):
    sleep(0.1)
    if x < 2: return 1
    return (x * fac(x-1))

def sum(x):
    sleep(0.1)
    if x < 2: return 1
    return (x + sum(x-1))

funcs = [fib, fac, sum]

n = 12

# %% notebook cell 17
def mix_multiple_threads():
    threads = []
    nfuncs = range(len(funcs))
    
    for i in nfuncs:
        t = MyThread(funcs[i], (n,), funcs[i].__name__)
        threads.append(t)
    
    for i in nfuncs:
        threads[i].start()
        
    for i in nfuncs:
        threads[i].join()
        print(threads[i].getResult())
    
    print('all DONE')

# %% notebook cell 19
mix_multiple_threads()
