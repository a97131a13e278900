"""What GraalPy would load in the middle of a run, or may not load at all."""

import _imp
import _sre
import sys

LEFT_OUT = "is native code, which Duet's Python lane leaves out"


def install(east_asian_width):
    """Loads it now, refuses it, or puts something in its place.

    east_asian_width -- the only function of unicodedata that is there
    """
    # At the first regular expression GraalPy 25 stops every thread for a moment and keeps the GIL
    # meanwhile: for as long as one sleeps, and for ever where one needs the GIL to go on.
    _sre.Pattern('', 0)
    _imp.create_dynamic = refuse  # where it would stop them, too
    sys.modules['unicodedata'] = unicodedata(east_asian_width)


def refuse(spec, file=None):
    raise ImportError(f'{spec.name} {LEFT_OUT}', name=spec.name)


def unicodedata(east_asian_width):
    """A module with the one function that tqdm calls."""
    module = type(sys)('unicodedata')
    module.east_asian_width = lambda character: east_asian_width(character)

    def missing(name):
        raise AttributeError(f'unicodedata.{name} {LEFT_OUT}')

    module.__getattr__ = missing
    return module
