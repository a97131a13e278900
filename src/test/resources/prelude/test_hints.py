def hint_of(load, code):
    """What is said of the error that some code raises."""
    hints = load('hints')
    try:
        exec(code, {})
    except Exception as error:
        return hints.hint(error)
    assert False, code


def test_a_missing_module_says_why_and_what_to_do(load):
    elsewhere = load('hints').ELSEWHERE
    for code, begins in (
            ('import numpy', 'numpy is native code'),
            ('from pandas.core import frame', 'pandas is native code'),
            ('import _tkinter', 'tkinter is native code')):
        said = hint_of(load, code)
        assert said.startswith(begins) and said.endswith(elsewhere + '.'), said


def test_another_package_is_looked_for_in_folders(load):
    assert hint_of(load, 'import no_such_module') == ''
    tell = load('hints').hints(load('packages').advice_on(['/my/packages']))
    try:
        __import__('no_such_module')
    except ImportError as error:
        assert '/my/packages' in tell(error)


def test_a_missing_function_says_so_too(load):
    raising = "raise AttributeError(\"module 'os' has no attribute 'fork'\")"
    assert hint_of(load, raising).startswith('os.fork is not there')
    importing = 'from os import forkpty'
    assert hint_of(load, importing).startswith('os.forkpty is not there')


def test_an_empty_program_is_that_of_sys_executable(load):
    assert 'sys.executable is empty' in hint_of(load, "raise OSError(5, 'I/O error', '')")


def test_nothing_is_said_of_other_errors(load):
    for code in ('1 / 0', 'import os.fork', 'open("/no/such/file")', 'None.fork', 'raise OSError',
                 "raise AttributeError(\"module 'os' has no attribute 'x'\")", 'from os import x',
                 "raise ImportError('x')"):
        said = hint_of(load, code)
        assert said == '' or code == 'import os.fork' and said.startswith('os.fork'), (code, said)


def test_an_error_inside_graalpy_is_told_without_java(load):
    hints = load('hints')
    for text, said, begins in (
            ('NullPointerException: null', 'an error inside GraalPy (NullPointerException)', 'The script'),
            ('UnsupportedSpecializationException: Unexpected values provided for X: [1]',
             'an error inside GraalPy: it cannot handle these values', 'CPython raises'),
            ("UnsupportedPosixFeatureException: Feature not supported on 'java' POSIX backend: crypt",
             'crypt is not there', "Duet's Python lane"),
            ('a script: raised this', 'a script: raised this', '')):
        assert hints.words(text) == said
        assert hints.hint(SystemError(text)).startswith(begins) if begins else (
            hints.hint(SystemError(text)) == '')
