def refused(kind, action, *arguments):
    try:
        action(*arguments)
    except kind as error:
        return str(error)
    assert False, arguments


def test_a_number_is_as_wide_as_its_type(load):
    shared = load('shared')
    assert [shared.RawValue(code, 300).value for code in 'bBhHiq'] == [44, 44, 300, 300, 300, 300]
    assert shared.RawValue('d', 1).value == 1.0 and shared.RawValue('u', 'ä').value == 'ä'
    assert repr(shared.RawValue('l', -1)) == 'c_long(-1)'


def test_a_row_has_a_fixed_length(load):
    shared = load('shared')
    row = shared.RawArray('i', [1, 2, 3])
    row[-1], row[:2] = 7, (5, 6)
    assert list(row) == row[:] == [5, 6, 7] and len(row) == 3
    assert refused(IndexError, row.__getitem__, 3) == 'invalid index'
    assert 'same size' in refused(ValueError, row.__setitem__, slice(2), [1])
    assert shared.copy(row)[:] == [5, 6, 7] and shared.RawArray('i', 2)[:] == [0, 0]


def test_a_text_ends_at_its_zero(load):
    text = load('shared').RawArray('c', b'\0' * 5)
    text.value = b'abc'
    text[0] = b'x'
    assert (text.value, text.raw, text[1:3]) == (b'xbc', b'xbc\0\0', b'bc')


def test_what_does_not_fit_is_refused(load):
    shared = load('shared')
    assert refused(TypeError, shared.RawValue, 'i', 1.5) == 'int expected instead of float instance'
    assert refused(TypeError, shared.RawValue, 'd', 'a') == 'must be real number, not str'
    assert refused(TypeError, shared.RawValue, 'c', 'a').startswith('one character bytes')
    assert 'no type code' in refused(TypeError, shared.RawValue, 'z')


def test_a_lock_guards_it(load):
    shared = load('shared')

    class Lock:
        held = 0

        def acquire(self):
            self.held += 1

        def release(self):
            pass

        def __enter__(self):
            self.acquire()

        def __exit__(self, *error):
            pass

    lock = Lock()
    value = shared.Value('i', 3, lock=lock)
    value.value += 1
    assert (value.value, lock.held, value.get_lock()) == (4, 3, lock)
    assert repr(value) == '<Synchronized wrapper for c_int(4)>'
    assert shared.Value('i', 3, lock=False).value == 3
    assert 'acquire' in refused(AttributeError, lambda: shared.Value('i', lock=5))
