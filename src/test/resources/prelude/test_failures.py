import sys


class Err:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text


def end_line():
    """Nothing was printed."""


def fail(function):
    try:
        function()
    except BaseException as error:
        return type(error), error, error.__traceback__


def from_library(function):
    space = {}
    exec(compile('def call(f): f()', '/lib/library.py', 'exec'), space)
    return lambda: space['call'](function)


def reported(load, name, failure):
    """What is printed, and the failures."""
    err, plain = Err(), sys.stderr
    failures = load('failures').Failures(err, {'/lib/library.py'}, end_line)
    sys.stderr = None  # so it falls back
    try:
        failures.report(name, *failure)
    finally:
        sys.stderr = plain
    return err.text, failures


def divide():
    return 1 / 0


def test_a_line_without_end_is_over_before_a_traceback(load):
    err = Err()
    failures = load('failures').Failures(err, set(), lambda: err.write('half a line|'))
    plain, sys.stderr = sys.stderr, None
    try:
        failures.complain('Traceback')
    finally:
        sys.stderr = plain
    assert err.text == 'half a line|Traceback', err.text


def test_the_first_failure_is_the_reason(load):
    failures = load('failures').Failures(None, set(), end_line)
    assert failures.first() == ''
    failures.add('one')
    failures.add('two')
    assert failures.first() == 'one'


def test_main_and_the_place(load):
    text, failures = reported(load, 'main', fail(divide))
    assert text.startswith('Traceback (most recent call last):\n'), text
    assert 'in divide\n    return 1 / 0\n' in text, text
    assert text.endswith('\nZeroDivisionError: division by zero\n'), text
    line = divide.__code__.co_firstlineno + 1
    assert failures.first() == (f'uncaught in thread main at test_failures.py:{line}: '
                                'ZeroDivisionError: division by zero')


def test_a_thread_is_named(load):
    text, failures = reported(load, 'worker', fail(divide))
    assert text.startswith('Exception in thread worker:\nTraceback '), text
    assert failures.first().startswith('uncaught in thread worker at ')


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
        load('failures').Failures(err, set(), end_line).complain('text')
    finally:
        sys.stderr = plain
    assert (err.text, mine.text) == ('', 'text')


def test_lines_of_code_that_is_in_no_file(load):
    failures = load('failures').Failures(None, set(), end_line)
    failures.remember_source('<made>', 'x = 1\n1 / 0\n')
    code = compile('x = 1\n1 / 0\n', '<made>', 'exec')
    told = failures.told(*fail(lambda: exec(code, {})))
    assert told.stack[-1].line == '1 / 0', told.stack[-1]
