import sys


class Err:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text


def fail(function):
    try:
        function()
    except BaseException as error:
        return type(error), error, error.__traceback__


def from_library(function):
    space = {}
    exec(compile('def call(f): f()', '/lib/library.py', 'exec'), space)
    return lambda: space['call'](function)


def made(load, err=None, own_files=(), library='', end_line=lambda: None, hint=lambda error: ''):
    script = load('script').Script(library)
    script.path = __file__
    shown_name = load('threads').shown_name
    return load('failures').Failures(
        err, own_files, script, shown_name, TOLD.append, end_line, hint)


TOLD = []


def reported(load, name, failure, own_files=('/lib/library.py',), library=''):
    """What is printed, and the failures that are told."""
    TOLD.clear()
    err, plain = Err(), sys.stderr
    failures = made(load, err, own_files, library)
    sys.stderr = None  # so it falls back
    try:
        failures.report(name, *failure)
    finally:
        sys.stderr = plain
    return err.text, list(TOLD)


def divide():
    return 1 / 0


def test_a_hint_follows_the_error_and_is_no_part_of_what_is_told(load):
    TOLD.clear()
    err = Err()
    failures = made(load, err, hint=lambda error: f'Do not {type(error).__name__}.')
    plain, sys.stderr = sys.stderr, None
    try:
        failures.report('main', *fail(divide))
    finally:
        sys.stderr = plain
    assert err.text.endswith('ZeroDivisionError: division by zero\nDo not ZeroDivisionError.\n')
    assert TOLD[0].endswith(': ZeroDivisionError: division by zero')


def test_a_line_without_end_is_over_before_a_traceback(load):
    err = Err()
    failures = made(load, err, end_line=lambda: err.write('half a line|'))
    plain, sys.stderr = sys.stderr, None
    try:
        failures.complain('Traceback')
    finally:
        sys.stderr = plain
    assert err.text == 'half a line|Traceback', err.text


def test_each_failure_is_told(load):
    failures = made(load)
    failures.add('one')
    failures.add('two')
    assert TOLD[-2:] == ['one', 'two']


def test_main_and_the_place(load):
    text, failures = reported(load, 'main', fail(divide))
    assert text.startswith('Traceback (most recent call last):\n'), text
    assert 'in divide\n    return 1 / 0\n' in text, text
    assert text.endswith('\nZeroDivisionError: division by zero\n'), text
    line = divide.__code__.co_firstlineno + 1
    assert failures[0] == (f'uncaught in thread main at test_failures.py:{line}: '
                                'ZeroDivisionError: division by zero')


def test_a_thread_is_named(load):
    text, failures = reported(load, 'worker', fail(divide))
    assert text.startswith('Exception in thread worker:\nTraceback '), text
    assert failures[0].startswith('uncaught in thread worker at ')


def test_a_name_that_nobody_gave_is_short_in_the_message(load):
    text, failures = reported(load, 'Thread-1 (work)', fail(divide))
    assert text.startswith('Exception in thread Thread-1 (work):\n'), text
    assert failures[0].startswith('uncaught in thread Thread-1 at '), failures[0]


def fail_in_library(argument):
    space = {}
    exec(compile('def call(x): return x + 1', '/lib/python/deep/library.py', 'exec'), space)
    return space['call'](argument)


def test_the_place_is_the_scripts_innermost_line(load):
    text, failures = reported(load, 'main', fail(lambda: fail_in_library('x')), library='/lib/python')
    line = fail_in_library.__code__.co_firstlineno + 3
    assert failures[0].startswith(f'uncaught in thread main at test_failures.py:{line}: ')
    assert 'File "<python>/deep/library.py", line 1' in text, text
    assert 'File "/lib' not in text, text


def test_the_place_may_be_that_of_the_cause(load):
    def raise_elsewhere(cause):
        space = {'cause': cause}
        exec(compile('def call(): raise ValueError() from cause', '/lib/other.py', 'exec'), space)
        return space['call']

    _, cause, _ = fail(divide)
    kind, error, trace = fail(raise_elsewhere(cause))
    while trace.tb_next is not None:
        trace = trace.tb_next
    _, failures = reported(load, 'main', (kind, error, trace))
    line = divide.__code__.co_firstlineno + 1
    assert failures[0].startswith(f'uncaught in thread main at test_failures.py:{line}: ')


def test_no_place_is_told_where_the_script_has_none(load):
    _, error, _ = fail(divide)
    _, failures = reported(load, 'main', (type(error), error, None))
    assert failures[0] == 'uncaught in thread main: ZeroDivisionError: division by zero'


def test_frames_that_are_not_the_scripts_are_left_out(load):
    text, _ = reported(load, 'main', fail(from_library(divide)))
    assert 'library.py' not in text and 'in divide' in text, text


def test_nor_are_they_in_causes(load):
    def wrapped():
        try:
            from_library(divide)()
        except ZeroDivisionError as error:
            raise ValueError('odd') from error

    text, _ = reported(load, 'main', fail(wrapped))
    assert text.count('Traceback') == 2 and 'library.py' not in text, text


def test_standard_error_is_used_where_there_is_one(load):
    err, mine, plain = Err(), Err(), sys.stderr
    sys.stderr = mine
    try:
        made(load, err).complain('text')
    finally:
        sys.stderr = plain
    assert (err.text, mine.text) == ('', 'text')


def test_lines_of_code_that_is_in_no_file(load):
    failures = made(load)
    failures.remember_source('<made>', 'x = 1\n1 / 0\n')
    code = compile('x = 1\n1 / 0\n', '<made>', 'exec')
    told = failures.told(*fail(lambda: exec(code, {})))
    assert told.stack[-1].line == '1 / 0', told.stack[-1]


def test_the_caret_below_the_last_line_is_where_it_belongs(load):
    failures, text = made(load), 'x = []\nx + unknown'
    failures.remember_source('<last>', text)
    code = compile(text, '<last>', 'exec')
    lines = ''.join(failures.told(*fail(lambda: exec(code, {}))).format()).splitlines()
    source, caret = lines[-3:-1]
    assert source.index('unknown') == caret.index('^'), lines
