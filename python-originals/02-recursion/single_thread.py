# Three slow recursive functions, one after the other in one thread: about 4.8 s.
# Run it: python3 python-originals/02-recursion/single_thread.py

# %% notebook cell 2
from time import sleep, ctime

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

# %% notebook cell 16
def mix_single_thread():
    nfuncs = range(len(funcs))
    
    for i in nfuncs:
        print('starting {} at:{}'.format(funcs[i].__name__, ctime()))
        print(funcs[i](n))
        print('{} finished at:{}'.format(funcs[i].__name__, ctime()))

# %% notebook cell 18
mix_single_thread()
