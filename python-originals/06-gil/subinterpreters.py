# Several interpreters in one process, each with a GIL of its own: their threads compute at the
# same time, and what a task gets is a copy. Python 3.14 has a pool of them.
# Run it: python3.14 python-originals/06-gil/subinterpreters.py

# %% ours: the notebook has nothing about sub-interpreters
from concurrent import futures


def count_primes(limit):
    primes = 0
    for n in range(2, limit):
        primes += all(n % divisor for divisor in range(2, int(n**0.5) + 1))
    return primes


def add_item(basket):
    basket.append('pear')
    return len(basket)


def main():
    pool = getattr(futures, 'InterpreterPoolExecutor', None)
    if pool:
        print('a pool of sub-interpreters')
    else:  # up to Python 3.13
        print('no sub-interpreters here: a pool of threads')
        pool = futures.ThreadPoolExecutor
    with pool(max_workers=2) as executor:
        limits = [200_000, 200_001, 200_002, 200_003]
        print('primes:', list(executor.map(count_primes, limits)))
        basket = ['apple', 'plum']
        print('items in the basket of the task:', executor.submit(add_item, basket).result())
        print('items in the basket here:', len(basket))
    print('all DONE')


if __name__ == '__main__':
    main()
