matrix = [[1, 2], [3, 4]]
print([n for row in matrix for n in row if n % 2], {n: n * n for n in range(3)}, {n % 2 for n in range(5)})
print(sum(n for n in range(10)), any([]), all([]), max('hello', key=ord), sorted('bca', reverse=True))
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (lambda *a, **k: (a, k))(1, *[2], x=3, **{'y': 4}))
first, *middle, last = range(5)
print(first, middle, last, [(a, b) for a, b in zip('ab', [1, 2], strict=True)])
if (n := len(matrix)) > 1:
    print(n)
print([i for i, c in enumerate('abc', 1)], list(map(str, [1])), list(filter(None, [0, 1])), list(reversed([1, 2])))
