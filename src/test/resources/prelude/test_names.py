import sys


class Owner:
    """Its class is in a module of the script."""


Owner.__module__ = 'helpers'


def named(load, target, frame, module=None, line=''):
    script = load('script').Script()
    script.path, script.module = __file__, Owner()
    script.module.__dict__.update(module or {})
    script.lines[frame.f_code.co_filename] = [line] * frame.f_lineno
    return load('names').Names(script).of(target, frame)


def test_a_variable(load):
    mine = object()
    assert named(load, mine, sys._getframe()) == 'mine'
    assert named(load, object(), sys._getframe()) == ''


def test_a_variable_of_the_module(load):
    def wait(lock, target):
        del lock
        return named(load, target, sys._getframe(), {'shared': target})

    def start(target):
        return wait(None, target)

    assert start(object()) == 'shared'  # several threads may call theirs `target`


def test_parts(load):
    def name_of(target, **module):
        return named(load, target, exec_frame(), module)

    lock = object()
    owner, other, table = Owner(), Owner(), Owner()
    owner.left, table.forks = lock, [0, 1, lock]
    other.owner = owner
    assert name_of(lock, forks=[0, lock]) == 'forks[1]'
    assert name_of(lock, forks=(0, lock)) == 'forks[1]'
    assert name_of(lock, forks={'left': lock}) == "forks['left']"
    assert name_of(lock, owner=owner) == 'owner.left'
    assert name_of(lock, table=table) == 'table.forks[2]'
    assert name_of(lock, others=[other]) == 'others[0].owner.left'
    assert name_of(lock, others=[[other]]) == ''


def exec_frame():
    """A frame without variables and callers."""
    class Frame:
        f_code, f_lineno, f_locals, f_back = exec_frame.__code__, 1, {}, None

    return Frame


def test_slots_and_attributes_of_the_scripts_classes(load):
    lock = object()

    class Slotted:
        __slots__ = 'lock', 'unset'

    class Table:
        shared = lock

    slotted = Slotted()
    slotted.lock = lock
    Slotted.__module__ = Table.__module__ = '__main__'
    assert named(load, lock, exec_frame(), {'slotted': slotted}) == 'slotted.lock'
    assert named(load, lock, exec_frame(), {'table': Table()}) == 'table.shared'
    assert named(load, lock, exec_frame(), {'Table': Table}) == 'Table.shared'


def test_the_name_in_the_line_is_preferred(load):
    lock = object()
    owner = Owner()
    owner.left = lock
    module = {'forks': [lock], 'self': owner, 'spare': lock}

    def name(line):
        return named(load, lock, exec_frame(), module, line)

    assert name('    with forks[i]:') == 'forks[0]'
    assert name('    with self.left:') == 'self.left'
    assert name('    with myself.left:') == 'forks[0]'
    assert name('    with spare :') == 'spare'


def test_no_code_of_the_script_is_called(load):
    class Odd:
        def __getattribute__(self, name):
            raise SystemExit

        def __eq__(self, other):
            raise SystemExit

        __hash__ = None

    assert named(load, object(), exec_frame(), {'odd': Odd(), 'odds': [Odd()], 'map': {1: Odd()}}) == ''


def test_what_the_library_has_inside_is_no_name(load):
    import threading
    event = threading.Event()
    assert named(load, event._cond._lock, exec_frame(), {'event': event}) == ''


def test_what_contains_itself(load):
    endless = []
    endless.append(endless)
    assert named(load, object(), exec_frame(), {'endless': endless}) == ''
