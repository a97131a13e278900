# A task does its part itself, rather than wait for another task of the same pool.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def page(number):
    return number


def book(number):
    return page(number)


first = pool.submit(book, 1)
second = pool.submit(book, 2)
print('pages:', first.result() + second.result())
pool.shutdown()
