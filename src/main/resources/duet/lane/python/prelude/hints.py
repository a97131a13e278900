"""One sentence after an error of Python, where Duet knows more: why, and what to do."""

import sys

ELSEWHERE = 'play it on CPython, with --lanes cpython'
NATIVE = "{} is native code, which Duet's Python lane does not load: " + ELSEWHERE + '.'
REFUSED = f'For native code, {ELSEWHERE}.'
NO_FORK = ("{} is not there: Duet's Python lane plays in a Java process, which cannot be copied; use"
           " multiprocessing, or " + ELSEWHERE + '.')
NO_TERMINAL = "{} is not there: Duet's Python lane has no terminals; " + ELSEWHERE + '.'
NO_GROUPS = "{} is not there: Duet's Python lane has no groups of processes; " + ELSEWHERE + '.'
NO_UNIX = "{} is not there: Duet's Python lane has no such sockets; use 127.0.0.1, or " + ELSEWHERE + '.'
NO_MEMORY = ("Duet's Python lane has no blocks of shared memory: use Value, Array, a Queue or a Manager"
             ' of multiprocessing, or ' + ELSEWHERE + '.')
NO_SIGNAL = ("{} is not there: Duet's Python lane knows signal.signal, alarm, setitimer, pause and"
             " raise_signal; for others, " + ELSEWHERE + '.')
NO_EXECUTABLE = ("sys.executable is empty, since Duet's Python lane is no program that could be started:"
                 " name one, such as 'python3'.")

NOT_THERE = "Duet's Python lane does not have it: " + ELSEWHERE + '.'
THESE_VALUES = 'CPython raises a TypeError for most such calls: look at what this one gets.'
INSIDE = 'The script may be right: ' + ELSEWHERE + ', and if it is, please report it.'

NATIVE_PACKAGES = frozenset((
    'aiohttp cffi cv2 cupy cython duckdb fastapi gevent greenlet grpc h5py jax lxml matplotlib mpi4py'
    ' numba numpy orjson pandas PIL polars psutil psycopg2 pyarrow pydantic pydantic_core pygame PyQt5'
    ' PyQt6 PySide6 ray scipy seaborn skimage sklearn spacy statsmodels tensorflow tokenizers torch'
    ' torchvision transformers uvloop xgboost zmq').split())
ATTRIBUTES = {
    'os': {NO_FORK: ('fork', 'forkpty', 'register_at_fork'), NO_TERMINAL: ('openpty',),
           NO_GROUPS: ('getpgid', 'setpgid', 'getpgrp', 'getsid', 'setsid', 'killpg', 'posix_spawn')},
    'socket': {NO_UNIX: ('AF_UNIX',)},
    '_posixshmem': {NO_MEMORY: ('shm_open',)},
    'signal': {NO_SIGNAL: ('sigwait', 'sigwaitinfo', 'sigtimedwait', 'sigpending', 'pthread_sigmask',
                           'strsignal')},
}


def hints(of_package):
    """A function that tells the sentence about an error, or an empty string.

    of_package -- tells it about a package that is not there
    """
    return lambda error: hint(error) or of_package(error)


def hint(error):
    """What is known without looking at folders."""
    if isinstance(error, ImportError):
        return of_import(error)
    if isinstance(error, AttributeError):
        return of_attribute(*module_and_name(str(error)))
    if isinstance(error, OSError) and error.filename == '' and not sys.executable:
        return NO_EXECUTABLE
    return internal(str(error))[1] if type(error) is SystemError else ''


def words(text):
    """What a SystemError says. Where GraalPy has failed inside, it says it in Java's words."""
    return internal(text)[0] or text


def internal(text):
    """What is said in the place of Java's words, and the sentence that follows; two empty texts
    for other words."""
    kind, _, text = text.partition(': ')
    if kind == 'UnsupportedPosixFeatureException':
        return text.rpartition(': ')[2] + ' is not there', NOT_THERE
    if kind in ('UnsupportedSpecializationException', 'CannotCastException'):
        return 'an error inside GraalPy: it cannot handle these values', THESE_VALUES
    if kind.isidentifier() and (kind.endswith(('Exception', 'Error')) or kind == 'ShouldNotReachHere'):
        return f'an error inside GraalPy ({kind})', INSIDE
    return '', ''


def of_import(error):
    name = (error.name or '').partition('.')[0]
    if name in ATTRIBUTES:
        return of_attribute(name, getattr(error, 'name_from', None) or str(error).split("'")[1:2][0])
    if name.lstrip('_') == 'ctypes' or name in NATIVE_PACKAGES:
        return NATIVE.format(name.lstrip('_'))
    if not isinstance(error, ModuleNotFoundError):
        return REFUSED if 'native code' in str(error) else ''
    return NATIVE.format(name.lstrip('_')) if name in sys.stdlib_module_names else ''


def module_and_name(text):
    """Of "module 'os' has no attribute 'fork'"."""
    parts = text.split("'")
    return (parts[1], parts[3]) if text.startswith('module ') and len(parts) >= 5 else ('', '')


def of_attribute(module, name):
    for sentence, names in ATTRIBUTES.get(module, {}).items():
        if name in names:
            return sentence.format(f'{module}.{name}')
    return ''
