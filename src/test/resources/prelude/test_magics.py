import contextlib
import io
import os
import sys


class Shell:
    def __init__(self):
        self.user_ns, self.ran, self.systems = {}, [], []
        self.system, self.getoutput = self.systems.append, self.systems.append

    def run_source(self, source):
        self.ran.append(source)
        print('ran')
        return 'value'


class Rich:
    shown = []

    class HTML:
        def __init__(self, data):
            Rich.shown.append(data)

    @staticmethod
    def display(value):
        pass

    class CapturedIO:
        def __init__(self, out, err):
            self.out = out


def made(load):
    shell, skipped = Shell(), []
    lines, cells = load('magics').magics(shell, Rich, skipped.append)
    return shell, lines, cells, skipped


def printed(action, *arguments):
    """What an action prints, and its value."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        value = action(*arguments)
    return out.getvalue(), value


def test_times(load):
    shell, lines, cells, _ = made(load)
    for text, value in (printed(lines['time'], 'f()'), printed(cells['time'], '', 'f()')):
        assert value == 'value' and text.startswith('ran\nCPU times: total: ') and 'Wall time: ' in text
    assert shell.ran == ['f()', 'f()']


def test_units(load):
    told = load('magics').told
    assert [told(t) for t in (0, 2e-9, 1.5e-6, 0.1234, 3, 61)] == [
        '0 ns', '2 ns', '1.5 µs', '123 ms', '3 s', '1min 1s']


def test_timeit(load):
    shell, lines, cells, _ = made(load)
    shell.user_ns['calls'] = calls = []
    text, _ = printed(lines['timeit'], '-n 2 -r3 calls.append(1)')
    assert len(calls) == 6 and 'per loop (mean ± std. dev. of 3 runs, 2 loops each)' in text
    text, _ = printed(cells['timeit'], '-n1 -r1 -q x = 1', 'calls.append(2)\nif calls:\n  calls.append(3)')
    assert calls[6:] == [2, 3] and shell.ran == ['x = 1'] and text == 'ran\n'


def test_folders(load, folder):
    _, lines, _, _ = made(load)
    here = os.getcwd()
    try:
        text, _ = printed(lines['cd'], folder)
        assert text.strip() == lines['pwd']('') == os.getcwd() and os.path.samefile(folder, '.')
        assert printed(lines['cd'], '-q -') == ('', None) and os.getcwd() == here
    finally:
        os.chdir(here)


def test_files(load, folder):
    shell, lines, cells, _ = made(load)
    path = os.path.join(folder, 'magic.py')
    assert printed(cells['writefile'], path, '\n\nimport sys\na = sys.argv\n')[0] == f'Writing {path}\n'
    assert printed(cells['file'], '-a ' + path, 'b = __name__\n')[0] == f'Appending to {path}\n'
    argv = sys.argv
    lines['run'](path + ' x "y z"')
    assert shell.user_ns['a'] == [path, 'x', 'y z'] and shell.user_ns['b'] == '__main__'
    assert sys.argv is argv and '__file__' not in shell.user_ns
    os.remove(path)


def test_surroundings(load):
    _, lines, _, _ = made(load)
    assert printed(lines['env'], 'DUET_TEST=a b')[0] == 'env: DUET_TEST=a b\n'
    assert lines['env']('DUET_TEST') == 'a b' == lines['env']('')['DUET_TEST']
    del os.environ['DUET_TEST']


def test_names(load):
    shell, lines, _, _ = made(load)
    shell.user_ns.update(b=1, a='x', _c=2, __name__='m')
    assert printed(lines['who'], '')[0] == 'a\t b\t \n'
    assert printed(lines['who'], 'str')[0] == 'a\t \n'
    lines['reset']('-f')
    assert shell.user_ns == {'__name__': 'm'}


def test_captured(load):
    shell, _, cells, _ = made(load)
    assert printed(cells['capture'], 'kept', 'f()')[0] == ''
    assert shell.user_ns['kept'].out == 'ran\n'
    assert printed(cells['capture'], '--no-stdout', 'f()')[0] == 'ran\n'


def test_other_languages(load):
    _, lines, cells, skipped = made(load)
    cells['html']('', '\n<b>')
    assert Rich.shown == ['<b>']
    lines['ls']('-l')
    assert made(load)[0].systems == []
    cells['script']('no_such_program -x', '')
    assert skipped == ['%%script no_such_program -x']


def test_what_only_jupyter_needs_is_told(load):
    _, lines, _, skipped = made(load)
    lines['matplotlib']('inline')
    lines['pinfo']('print')
    assert skipped == ['%matplotlib inline', 'print?']
