from typing import Generic, NamedTuple, Protocol, TypedDict, TypeVar, get_type_hints

T = TypeVar('T')


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Pair(NamedTuple):
    a: int
    b: str = 'x'


class Film(TypedDict):
    title: str


class Sized(Protocol):
    def size(self) -> int: ...


def work(a: int, b: 'list[str] | None' = None) -> Box[int]:
    return Box(a)


print(get_type_hints(work), work.__annotations__['b'], Pair(1), Pair(1)._asdict(), Film(title='t'))
print(Box[int], list[int], int | None, isinstance(1, int | str))
