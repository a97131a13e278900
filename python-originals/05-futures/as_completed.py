# as_completed() yields futures as they end. Once its iterator is used up, a second loop over it
# finds nothing: the script prints 10 and no result. Takes 13 s.
# Run it: python3 python-originals/05-futures/as_completed.py

# %% notebook cell 26
from time import sleep, strftime
from concurrent import futures

# %% notebook cell 32
def simple(n):
    sleep(n)
    return n

# %% notebook cell 33
def runsimple():
    simplelist = []
    with futures.ThreadPoolExecutor(5) as executor:
        for i in range(10):
            e = executor.submit(simple, i)
            simplelist.append(e)
        results = futures.as_completed(simplelist)
        print(len(list(results)))
        for l in results:
            print(l.result())

# %% notebook cell 34
runsimple()
