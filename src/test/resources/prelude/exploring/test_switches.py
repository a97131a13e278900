"""Where another thread may go on. What each Python loses was measured with real threads, three of
them on one variable, and is written down here; an engine that plays its schedules finds the same."""

import sys

SCRIPT = '''
import threading
x = 0
xs = [0]
s = 'a'
u = []
class O:
    v = 0
    @property
    def one(self): return 1
    def __enter__(self): pass
    def __exit__(self, *error): pass
o = O()
def get(): return x
def one(): return 1
def same(v): return v
def gen():
    while True: yield 1
def work():
    global x
    g = gen()
    f = lambda: 0
    l = threading.Lock()
    {}
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(x + xs[0] + o.v)
'''
VERSION = sys.version_info[:2] if sys.implementation.name == 'cpython' else 'GraalPy'
OLD, LATER = [(3, 9)], [(3, 10)]
NEW = [(3, 11), (3, 12), (3, 13), (3, 14)]
EMBEDDED = ['GraalPy']
EVERY = OLD + LATER + NEW + EMBEDDED

# what a thread does, and the Pythons whose real switches lose an update by it
MEASURED = [
    ('x += 1', OLD),
    ('o.v += 1', OLD),
    ('xs[0] += 1', OLD),
    ('t = x; x = t + 1', OLD),
    ('x = get() + 1', OLD + LATER + EMBEDDED),
    ('x = get(*()) + 1', OLD + LATER + [(3, 11)] + EMBEDDED),
    ('x = same(x) + 1', EVERY),
    ('x += one()', EVERY),
    ('x += len(s)', OLD + LATER + [(3, 11)]),
    ('t = x; u.append(1); x = t + 1', OLD + LATER + [(3, 11)]),
    ('x += int(1)', OLD + LATER + NEW),
    ('x += s.count(s)', OLD + LATER + NEW),
    ('x += next(g)', EVERY),
    ('t = x; f(); x = t + 1', EVERY),
    ('t = x\n    if o.one: x = t + 1', EVERY),
    ('t = x\n    for _ in (1,): x = t + 1', OLD),
    ('t = x\n    for _ in (1,): pass\n    x = t + 1', EVERY),
    ('t = x\n    [c for c in s]\n    x = t + 1', EVERY),
    ('t = x\n    f"{t}"\n    x = t + 1', OLD),
    ('t = x\n    try: raise Exception\n    except Exception: pass\n    x = t + 1', OLD + LATER),
]


def loses(engine, text, every_access, schedules=60):
    """Whether some schedule of two threads ends with less than 2."""
    playing = engine(SCRIPT.format(text), every_access)
    for seed in range(schedules):
        told = playing.play(f'random:{seed}')
        assert told['ending'] == 'completed', told
        if told['lines'][-1][3] != '2':
            return True
    return False


def test_real_switches_lose_what_real_threads_lose(engine):
    found = {text: loses(engine, text, False) for text, _ in MEASURED}
    assert found == {text: VERSION in losing for text, losing in MEASURED}


def test_the_language_permits_that_each_of_them_loses(engine):
    for text, _ in MEASURED:
        assert loses(engine, text, True), text


def test_an_update_that_a_lock_protects_is_never_lost(engine):
    for every_access in False, True:
        script = SCRIPT.replace("s = 'a'", 'guard = threading.Lock()').format(
            'with guard: x = same(x) + 1')
        playing = engine(script, every_access)
        for seed in range(60):
            told = playing.play(f'random:{seed}')
            assert told['ending'] == 'completed' and told['lines'][-1][3] == '2', told


RULES = [
    ('cpython', (3, 9), dict(accesses=True, entries=True, handlers=True, all_calls=True,
                             after_test=False)),
    ('cpython', (3, 10), dict(accesses=False, entries=True, handlers=True, all_calls=True,
                              after_test=True)),
    ('cpython', (3, 11), dict(accesses=False, entries=True, handlers=False, all_calls=False,
                              after_test=True, silent=frozenset({'super'}))),
    ('cpython', (3, 13), dict(accesses=False, builtin_calls=True,
                              silent=frozenset({'super', 'len', 'isinstance', 'type'}))),
    ('graalpy', (3, 12), dict(accesses=False, entries=False, exits=True, builtin_calls=False,
                              after_test=False)),
]


def test_each_version_has_its_own_rules(exploring):
    for implementation, version, expected in RULES:
        rules = exploring('rules').Rules(False, implementation, version)
        assert {name: getattr(rules, name) for name in expected} == expected, (
            implementation, version)
