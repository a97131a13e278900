from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def told(value):
    match value:
        case 0 | 1:
            return 'bit'
        case int(n) if n < 0:
            return f'negative {n}'
        case [first, *rest]:
            return f'{first} then {rest}'
        case {'name': name, **others}:
            return f'{name} {others}'
        case Point(x=0, y=y):
            return f'on the axis at {y}'
        case str() as text:
            return text.upper()
        case _:
            return 'else'


for value in (1, -5, [1, 2, 3], {'name': 'n', 'a': 1}, Point(0, 2), 'text', Point(1, 1), None):
    print(told(value))
