# All workers of the pool wait for tasks that no worker is left for.
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def page(number):
    return number


def book(number):
    return pool.submit(page, number).result()


first = pool.submit(book, 1)
time.sleep(0.02)  # the first one is ready by then, or so we think
second = pool.submit(book, 2)
print('pages:', first.result() + second.result())
pool.shutdown()
