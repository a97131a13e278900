import sys


class Prelude:
    def __init__(self, load):
        self.module = type(sys)('__main__')
        self.failures = load('failures').Failures(
            None, {self.open.__code__.co_filename, '<duet>'}, load('script').Script(), str, int,
            lambda: None, lambda error: '')
        self.syntax_error = load('syntax').syntax_error
        self.told_error = self.failures.told
        self.remember_source = self.failures.remember_source

    def main_module(self, path):
        return self.module

    def import_early(self, text):
        pass

    @classmethod
    def open(cls, load):
        """A session, with everything put back afterwards."""
        import _signal
        handler, argv, path = _signal.getsignal(_signal.SIGINT), sys.argv, list(sys.path)
        try:
            return load('session').open_session(cls(load), load('cells').without_prompts,
                                                load('builtins_name').as_module)
        finally:
            sys.argv, sys.path[:] = argv, path
            if handler is not None:
                _signal.signal(_signal.SIGINT, handler)


def test_values_and_statements(load):
    session = Prelude.open(load)
    assert session.evaluate('<1>', 'x = 20') == [True, '', [], 0]
    assert session.evaluate('<2>', 'x + 1') == [True, '21', [], 0]
    assert session.evaluate('<3>', '_ + 1;') == [True, '', [], 0]


def test_errors_point_into_what_was_typed(load):
    good, text, _, _ = Prelude.open(load).evaluate('<1>', 'x = 1\n1 / 0')
    assert not good and '"<1>", line 2' in text and '1 / 0' in text, text
    assert text.endswith('ZeroDivisionError: division by zero') and 'duet' not in text, text


def test_whether_an_input_is_complete(load):
    session = Prelude.open(load)
    assert session.examine('x = 1')[1] == 'COMPLETE'
    assert session.examine('for x in y:')[1::2] == ['INCOMPLETE', 4]
    assert session.examine('x = = 1')[1] == 'INVALID'


def test_completion(load):
    session = Prelude.open(load)
    session.evaluate('<1>', 'longest = "text"')
    assert session.complete('longe', 5) == [True, '', ['longest'], 0]
    assert session.complete('longest.is_', 10)[2][:2] == ['isalnum', 'isalpha']


def test_a_scripts_definitions(load):
    session = Prelude.open(load)
    source = 'def f():\n    return 1\n\nprint(f())\nlimit = 3\n'
    assert session.load('<1>', source)[:3] == [True, '4', ['f', 'limit']]


def test_timing(load):
    good, _, items, _ = Prelude.open(load).time_it('<1>', 'sum(range(2000))')
    assert good and int(items[0]) >= 1 and len(items) == 6 and all(float(i) > 0 for i in items)


def test_what_was_copied_with_its_prompts(load):
    session = Prelude.open(load)
    assert session.evaluate('<1>', '>>> def f():\n...     return 1\n...\n>>> f()')[:2] == [True, '1']
    assert session.examine('>>> for i in x:')[1] == 'INCOMPLETE'
    assert session.examine('>>> for i in x:\n...     i\n...')[1] == 'COMPLETE'
    assert session.evaluate('<2>', '>>> 1 / 0')[1].startswith('Traceback')


def test_a_try_on_one_line_goes_on(load):
    session = Prelude.open(load)
    for text in ('try: 1', 'try: 1\nexcept: 2', 'try: 1\nexcept: 2\nelse: 3', 'if x: 1'):
        assert session.examine(text)[1] == 'INCOMPLETE', text
    assert session.examine('try: 1\nexcept: 2\n')[1] == 'COMPLETE'
    assert session.examine('try: 1\nx')[1] == 'INVALID'
