from concurrent.futures import ThreadPoolExecutor

def fail(n):
    raise KeyError(n)

with ThreadPoolExecutor() as pool:
    future = pool.submit(fail, 'x')
    print(repr(future.exception()), future.done(), future.cancelled())
    future.result()
