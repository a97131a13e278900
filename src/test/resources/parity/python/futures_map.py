from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=3, thread_name_prefix='pool') as pool:
    print(list(pool.map(pow, range(5), [2] * 5)))
    print(pool.submit(divmod, 7, 3).result())
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
