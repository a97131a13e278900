# needs: 3.12
import itertools
from typing import override

type Pair[T] = tuple[T, T]


def first[T](pair: Pair[T]) -> T:
    return pair[0]


class Base:
    def work(self): ...


class Child(Base):
    @override
    def work(self):
        return f'{'same quotes'} {[n for n in range(2)]}'


print(first((1, 2)), Pair, Pair.__value__, Child().work(), list(itertools.batched('abcde', 2)))
