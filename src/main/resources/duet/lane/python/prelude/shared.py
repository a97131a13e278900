"""`multiprocessing.sharedctypes`: numbers and rows of them that processes share. CPython's needs
`ctypes`, which is native code. Here each one is a file of its own that all processes map."""

import os
import struct

UNKNOWN = "{!r} is no type code: Duet's Python lane shares values of the type codes {}"
TYPES = {
    'c': 'c_char', 'u': 'c_wchar', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort',
    'i': 'c_int', 'I': 'c_uint', 'l': 'c_long', 'L': 'c_ulong', 'q': 'c_long', 'Q': 'c_ulong',
    'f': 'c_float', 'd': 'c_double'}
FOLDER = '/dev/shm'  # Linux keeps it in memory


class Cells:
    """Values of one type in a file that processes share."""

    def __init__(self, code, count, path=None):
        import mmap
        if code not in TYPES:
            raise TypeError(UNKNOWN.format(code, ' '.join(TYPES)))
        self._code, self._count = code, count
        self._size = 4 if code == 'u' else struct.calcsize(code)
        self._path = path or new_file(max(1, self._size * count))
        with open(self._path, 'r+b') as file:
            self._cells = mmap.mmap(file.fileno(), max(1, self._size * count))

    def _get(self, index):
        at = index * self._size
        stored = self._cells[at:at + self._size]
        return chr(int.from_bytes(stored, 'little')) if self._code == 'u' else (
            struct.unpack(self._code, stored)[0])

    def _set(self, index, value):
        at = index * self._size
        self._cells[at:at + self._size] = self._stored(value)

    def _stored(self, value):
        if self._code == 'c':
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise TypeError('one character bytes, bytearray or integer expected')
            return bytes(value)
        if self._code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('one character unicode string expected')
            return ord(value).to_bytes(4, 'little')
        if self._code in 'fd':
            if not isinstance(value, (int, float)):
                raise TypeError(f'must be real number, not {type(value).__name__}')
            return struct.pack(self._code, value)
        if not isinstance(value, int):
            raise TypeError(f'int expected instead of {type(value).__name__} instance')
        return (value & (1 << 8 * self._size) - 1).to_bytes(self._size, 'little')

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)
        return type(self), (self._code, self._count, self._path)


class Single(Cells):
    """One value."""

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)

    def __repr__(self):
        return f'{TYPES[self._code]}({self.value!r})'


class Row(Cells):
    """A row of values, whose length is fixed."""

    def __len__(self):
        return self._count

    def _place(self, index):
        index = index.__index__()
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError('invalid index')
        return place

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return self._get(self._place(index))
        found = [self._get(place) for place in range(*index.indices(self._count))]
        joint = {'c': b'', 'u': ''}.get(self._code)
        return found if joint is None else joint.join(found)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self._place(index), value)
            return
        places = range(*index.indices(self._count))
        if len(value) != len(places):
            raise ValueError('Can only assign sequence of same size')
        for place, at in enumerate(places):
            self._set(at, value[place:place + 1] if self._code == 'c' else value[place])

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, value):
        self[:len(value)] = value

    @property
    def value(self):
        end = b'\0' if self._code == 'c' else '\0'
        return self[:].partition(end)[0]

    @value.setter
    def value(self, value):
        self[:len(value)] = value
        if len(value) < self._count:
            self._set(len(value), b'\0' if self._code == 'c' else '\0')

    def __repr__(self):
        return (f'<multiprocessing.sharedctypes.{TYPES[self._code]}_Array_{self._count} object at'
                f' {id(self):#x}>')


class SynchronizedBase:
    """What is shared, with the lock that guards it."""

    def __init__(self, obj, lock=None, ctx=None):
        if lock is None:
            from multiprocessing import get_context
            lock = (ctx or get_context()).RLock()
        self._obj, self._lock = obj, lock
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


def guarded(name):
    """A property of what is shared, got and set by whoever has the lock."""

    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def put(self, value):
        with self._lock:
            setattr(self._obj, name, value)

    return property(get, put)


class Synchronized(SynchronizedBase):
    value = guarded('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value


class SynchronizedString(SynchronizedArray):
    value, raw = guarded('value'), guarded('raw')


def new_file(size):
    """A file of zeros that is there until this process ends."""
    import tempfile
    from multiprocessing.util import Finalize
    number, path = tempfile.mkstemp(
        prefix='duet-shared-', dir=FOLDER if os.access(FOLDER, os.W_OK) else None)
    os.write(number, bytes(size))
    os.close(number)
    Finalize(None, os.unlink, (path,), exitpriority=-100)
    return path


def RawValue(typecode_or_type, *args):
    made = Single(typecode_or_type, 1)
    if args:
        made.value, = args
    return made


def RawArray(typecode_or_type, size_or_initializer):
    if isinstance(size_or_initializer, int):
        return Row(typecode_or_type, size_or_initializer)
    made = Row(typecode_or_type, len(size_or_initializer))
    made[:] = size_or_initializer
    return made


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock not in (True, None) and not hasattr(lock, 'acquire'):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, None if lock is True else lock, ctx)


def synchronized(obj, lock=None, ctx=None):
    kind = Synchronized if isinstance(obj, Single) else (
        SynchronizedString if obj._code == 'c' else SynchronizedArray)
    return kind(obj, lock, ctx)


def copy(obj):
    made = type(obj)(obj._code, obj._count)
    made._cells[:] = obj._cells[:]
    return made
