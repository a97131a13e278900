import functools
import heapq
import bisect
import itertools
import operator

print(list(itertools.islice(itertools.count(1, 2), 3)), list(itertools.chain('ab', 'c')))
print(list(itertools.permutations('abc', 2))[:3], list(itertools.product([0, 1], repeat=2)))
print([(k, list(g)) for k, g in itertools.groupby('aabba')], list(itertools.accumulate([1, 2, 3])))
print(list(itertools.pairwise('abc')), list(itertools.zip_longest('ab', 'c', fillvalue='-')))
print(functools.reduce(operator.mul, range(1, 6)), functools.partial(pow, 2)(5))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())


@functools.singledispatch
def told(value):
    return 'something'


@told.register
def _(value: int):
    return 'a number'


print(told(1), told('x'), heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 3], 2), operator.itemgetter(1)('ab'))
