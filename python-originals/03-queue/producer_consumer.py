# A writer and a reader share a queue, which does all the locking for them.
# Run it: python3 python-originals/03-queue/producer_consumer.py

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

# %% notebook cell 20
from random import randint
from queue import Queue # python3 中 Queue 改名为 queue

# %% notebook cell 21
def writeQ(queue):
    print('producing object for Q...')
    queue.put('xxx', 1)  # put(item, block=0) Queue对象函数 把item放到队列中 如果block不为0，函数会一直阻塞到队列中有空间为止
    print('size now {}'.format(queue.qsize())) # 返回队列大小 

def readQ(queue):
    val = queue.get(1)   # get(block=0) Queue对象函数 从队列取出对象 如果block不为0，函数会一直阻塞到队列中有对象为止
    print('consumed object from Q...')
    print('size now {}'.format(queue.qsize()))

def writer(queue, loops):
    for i in range(loops):
        writeQ(queue)
        sleep(randint(1, 3))

def reader(queue, loops):
    for i in range(loops):
        readQ(queue)
        sleep(randint(2, 5))

funcs = [writer, reader]
nfuncs = range(len(funcs))

# %% notebook cell 22
def pcQuestion():
    nloops = randint(2, 5)
    q = Queue(32) # 创建大小为32的队列
    
    threads = []
    
    for i in nfuncs:
        t = MyThread(funcs[i], (q, nloops), funcs[i].__name__)
        threads.append(t)
        
    for i in nfuncs:
        threads[i].start()
    
    for i in nfuncs:
        threads[i].join()
    
    print('all DONE')

# %% notebook cell 23
pcQuestion()
