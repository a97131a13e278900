from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

words = 'the cat and the dog and the bird'.split()
print(Counter(words).most_common(2), Counter('aab') - Counter('a'), Counter(words)['none'])
groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(dict(groups), groups)
recent = deque(range(5), maxlen=3)
recent.appendleft(9)
recent.rotate(1)
print(recent, list(OrderedDict(a=1)), ChainMap({'a': 1}, {'b': 2})['b'])
Point = namedtuple('Point', 'x y', defaults=[0])
print(Point(1), Point(1)._replace(x=2), Point._fields)
