# Five kinds of computing, each for several rounds; tells the fastest round of each in seconds.
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def countdown():
    n = 1000000
    while n > 0:
        n -= 1
    return n


def sieve():
    limit = 200000
    marks = [True] * limit
    for i in range(2, 448):
        if marks[i]:
            for j in range(i * i, limit, i):
                marks[j] = False
    return sum(1 for m in marks if m)


def strings():
    parts = []
    for i in range(60000):
        parts.append(str(i) + ':' + 'x' * (i % 7))
    return len(''.join(parts))


def dicts():
    counts = {}
    for i in range(200000):
        key = (i * 7919) % 1009
        counts[key] = counts.get(key, 0) + 1
    return len(counts)


for name, work in [('fib', lambda: fib(22)), ('countdown', countdown), ('sieve', sieve),
                   ('strings', strings), ('dicts', dicts)]:
    best = 1e9
    for _ in range(120):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    print(name, best)
