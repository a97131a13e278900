from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from enum import Enum, Flag, auto


class Animal(ABC):
    @abstractmethod
    def sound(self): ...


class Dog(Animal):
    def sound(self):
        return 'woof'


@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)


class Colour(Enum):
    RED = auto()
    BLUE = 'b'


class Right(Flag):
    READ = auto()
    WRITE = auto()


print(Dog().sound(), [c.__name__ for c in Dog.__mro__])
try:
    Animal()
except TypeError as error:
    print(type(error).__name__)
point = Point(1)
print(point, replace(point, y=2), point < Point(1, 1), hash(point) == hash(Point(1)))
try:
    point.x = 2
except AttributeError as error:
    print(type(error).__name__, error)
print(Colour.RED, repr(Colour('b')), Right.READ | Right.WRITE, list(Colour))
