# A fixed amount of computing, divided among N threads: does it take less time with more of them?
# Run it: python3 python-originals/06-gil/cpu_bound.py [threads, 2 by default]

# %% ours: the notebook explains the GIL and has no experiment about computing
import sys
import threading

ROUNDS = 72  # Java plays many more: then both take some seconds
LIMIT = 400_000


def primes_below(limit):
    composite = bytearray(limit)
    primes = []
    for n in range(2, limit):
        if not composite[n]:
            primes.append(n)
            for multiple in range(n * n, limit, n):
                composite[multiple] = 1
    return primes


def count_pairs(number, pairs):
    digits = str(number * number)
    for i in range(len(digits) - 1):
        pair = digits[i : i + 2]
        pairs[pair] = pairs.get(pair, 0) + 1


def work(number, threads, results):
    for _ in range(number, ROUNDS + 1, threads):
        primes = primes_below(LIMIT)
        pairs = {}
        for prime in primes:
            count_pairs(prime, pairs)
        results[number] = f'{len(primes)} primes, their squares hold {pairs["11"]} times 11'


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    numbers = range(1, count + 1)
    results = {}
    threads = [threading.Thread(target=work, args=(n, count, results)) for n in numbers]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    for number in numbers:
        print(f'thread {number}: {results.get(number, "nothing")}')
    print('all DONE')


main()
