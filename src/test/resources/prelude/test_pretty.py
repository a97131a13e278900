import collections


class Plain:
    pass


class Named:
    def __repr__(self):
        return 'Named!'


class Own:
    def _repr_pretty_(self, printer, cycle):
        with printer.group(2, 'Own(', ')'):
            printer.pretty([1])
            printer.text(',')
            printer.breakable()
            printer.text('2')


def function(a, b=0, *rest):
    pass


def shown(load, value):
    return load('pretty').pretty(value)


def test_short_values(load):
    for value in (1, 'a', None, [], [1, [2]], (), (1,), (1, 2), {}, {'a': [1]}, set(), range(3), b'x',
                  ValueError('x', 1), collections.deque([1], 3), collections.Counter('aab'), Named()):
        assert shown(load, value) == repr(value), value


def test_sets_are_in_order(load):
    assert shown(load, {3, 1, 2}) == '{1, 2, 3}'
    assert shown(load, frozenset('ba')) == "frozenset({'a', 'b'})"
    assert shown(load, {1, 'a'}) == "{1, 'a'}"


def test_classes_and_functions_by_their_names(load):
    assert shown(load, [int, Plain]) == '[int, tests.Plain]'
    assert shown(load, function) == '<function tests.function(a, b=0, *rest)>'
    assert shown(load, Plain()).startswith('<tests.Plain at 0x')
    assert shown(load, collections.defaultdict(int, a=1)) == "defaultdict(int, {'a': 1})"
    assert shown(load, collections.OrderedDict(a=1)) == "OrderedDict([('a', 1)])"


def test_long_values_take_several_lines(load):
    assert shown(load, ['x' * 24] * 3).count('\n') == 2
    assert shown(load, ['x' * 22] * 3).count('\n') == 0
    lines = shown(load, {'a': list(range(40)), 'b': 2}).split('\n')
    assert lines[:2] == ["{'a': [0,", '  1,'] and lines[-2:] == ['  39],', " 'b': 2}"]


def test_what_follows_on_the_line_counts(load):
    assert shown(load, [['x' * 70], 1]) == f"[['{'x' * 70}'], 1]"
    assert shown(load, [['x' * 71], 1]) == f"[['{'x' * 71}'],\n 1]"
    assert shown(load, [['x' * 36, 'y' * 33], 1]) == f"[['{'x' * 36}', '{'y' * 33}'],\n 1]"
    assert shown(load, [['x' * 36, 'y' * 34], 1]) == f"[['{'x' * 36}',\n  '{'y' * 34}'],\n 1]"


def test_a_thousand_elements(load):
    lines = shown(load, list(range(1003))).split('\n')
    assert len(lines) == 1001 and lines[-2:] == [' 999,', ' ...]']


def test_what_is_in_itself(load):
    value = [1]
    value.append(value)
    assert shown(load, value) == '[1, [...]]'
    value = {}
    value[1] = value
    assert shown(load, value) == '{1: {...}}'


def test_an_own_way_to_print(load):
    assert shown(load, [Own()]) == '[Own([1], 2)]'
