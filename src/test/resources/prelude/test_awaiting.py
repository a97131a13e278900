import ast


class Later:
    """Can be awaited; suspends nothing."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield

    async def __aenter__(self):
        return self.value

    async def __aexit__(self, *error):
        pass


def awaits(load, source):
    return [load('awaiting').awaits(node) for node in ast.parse(source).body]


def ran(load, source, is_shown=False, **space):
    """The namespace after these statements, and their value."""
    made, awaiting = {}, load('awaiting')
    tree = awaiting.coroutine_of(ast.parse(source).body, is_shown, 'cell')
    exec(compile(tree, 'cell', 'exec', dont_inherit=True), space, made)
    values = []

    async def run():
        values.append(await made.popitem()[1]())

    awaiting.drive(run(), False)
    return space, values[0]


def test_which_statements_await(load):
    assert awaits(load, 'await x\ny = [await z]\nasync with a: pass\nasync for b in c: pass') == [True] * 4
    assert awaits(load, '[a async for a in b]\nif x:\n  await y') == [True, True]
    assert awaits(load, 'async def f(): await x\nlambda: 1\nclass A: pass\nx') == [False] * 4


def test_its_names_are_the_modules(load):
    source = '''
import os.path
from sys import path as way
a, (b, *c) = await Later((1, (2, 3)))
d: int = 4
e: int
async with Later(5) as f:
    class G: pass
    def h(): return a
try:
    1 / 0
except ZeroDivisionError as error:
    i = str(error)
for j in range(2): pass
match [7, 8]:
    case [k, *l]: pass
if (m := 9): pass
'''
    space, _ = ran(load, source, Later=Later)
    for name in 'os way a b c d f G h i j k l m'.split():
        assert name in space, name
    assert 'e' not in space and 'error' not in space and space['h']() == 1
    assert space['G'].__qualname__ == 'G'


def test_its_value(load):
    assert ran(load, 'await Later(3) + 1', True, Later=Later)[1] == 4


def test_what_stands_in_functions_only(load):
    for source in ('await x\nreturn 1', 'await x\nyield 1'):
        try:
            ran(load, source)
            assert False
        except SyntaxError as error:
            assert 'outside function' in str(error) and error.lineno == 2


def test_a_loop_only_where_it_is_needed(load):
    import asyncio

    async def is_running(needed):
        try:
            asyncio.get_running_loop()
            assert needed
        except RuntimeError:
            assert not needed

    load('awaiting').drive(is_running(False), False)
    load('awaiting').drive(is_running(True), True)
