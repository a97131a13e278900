# A pool of three threads maps five tasks; their results come in the order of the calls.
# Run it: python3 python-originals/05-futures/executor_map.py

# %% notebook cell 26
from time import sleep, strftime
from concurrent import futures

# %% notebook cell 27
def display(*args):
    print(strftime('[%H:%M:%S]'),end=' ')
    print(*args)

# %% notebook cell 28
def loiter(n):
    msg = '{}loiter({}): doing noting for {}s...'
    display(msg.format('\t'*n, n, n))
    sleep(n)
    msg = '{}loiter({}): done.'
    display(msg.format('\t'*n, n))
    return n * 10

# %% notebook cell 29
def main():
    display('Script Starting')
    executor = futures.ThreadPoolExecutor(max_workers=3)
    results = executor.map(loiter, range(5))
    display('results: ', results)
    display('waiting....')
    for i, result in enumerate(results):
        display('result {}:{}'.format(i, result))

# %% notebook cell 30
main()
