"""Where a Python can hand its GIL over: what each version's evaluation loop checks."""

import sys

WAITING = frozenset(('print', 'input', 'open'))  # built-in functions that give the GIL up


class Rules:
    """At which places of a script the scheduler may let another thread go on. Each was measured: what
    is lost when threads update a variable across such a place, and what is not.

    CPython 3.9 looks at nearly every instruction. 3.10 looks where a function begins, at jumps
    back, after calls, and where an exception is caught. From 3.11 on, a call of a function that is
    written in Python is no call in C, so its return is no such place (in 3.11 with `f(*x)` it still
    is one); from 3.12 on, a warm `len(x)` or `list.append` is none either. GraalPy looks at jumps back and where a function that is written in Python
    returns, and not at built-in functions. All may hand over where a thread waits, or prints.
    `x += 1` has no such place but in 3.9. A free-threaded Python runs threads at the same time: every
    access is a place.
    """

    def __init__(self, every_access=False, implementation=None, version=None):
        """
        every_access -- whether to add each read and write of what threads share, which the language
            permits
        """
        implementation = implementation or sys.implementation.name
        version = version or sys.version_info[:2]
        embedded = implementation != 'cpython'
        has_lock = getattr(sys, '_is_gil_enabled', lambda: True)()
        every_access = every_access or not has_lock
        self.accesses = every_access or not embedded and version < (3, 10)
        self.entries = not embedded or every_access
        self.exits = embedded and not every_access
        self.handlers = self.accesses or not embedded and version < (3, 11)
        # After which calls: all, those that are not of the script's own functions, or only those
        # of the library's functions that are written in Python.
        self.all_calls = every_access or not embedded and version < (3, 11)
        self.builtin_calls = not embedded or every_access
        # A loop's condition is at its end, so that the jump back comes after it.
        self.after_test = not embedded and version >= (3, 10)
        self.star_calls = not embedded and version < (3, 12)
        self.warm = warm = not embedded and version >= (3, 12) and not every_access
        self.waiting = WAITING
        self.silent = frozenset(('len', 'isinstance', 'type', 'super') if warm else ('super',))
