# A pool of processes: each has an interpreter and a GIL of its own, so two can compute at once.
# Run it: python3 python-originals/05-futures/process_pool.py

# %% ours: the notebook mentions ProcessPoolExecutor and has no code for it
import os
from concurrent import futures


def count_primes(limit):
    primes = 0
    for n in range(2, limit):
        primes += all(n % divisor for divisor in range(2, int(n**0.5) + 1))
    return os.getpid(), primes


def main():
    limits = [20_000, 30_000, 40_000, 50_000]
    with futures.ProcessPoolExecutor(max_workers=2) as executor:
        counts = list(executor.map(count_primes, limits))
    for limit, (pid, primes) in zip(limits, counts):
        where = 'this process' if pid == os.getpid() else 'another process'
        print(f'{primes} primes below {limit}, counted in {where}')
    print('all DONE')


if __name__ == '__main__':
    main()
