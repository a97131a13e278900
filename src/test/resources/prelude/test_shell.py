class Process:
    def __init__(self, text):
        import io
        self.stdout = io.StringIO(text)

    def wait(self):
        return 3


def made(load, **space):
    skipped, ran = [], []
    kind = load('shell').InteractiveShell
    shell = kind(space, ran.append, skipped.append, lambda shell: (
        {'line': lambda line: ('line', line), 'time': lambda line: ('time', line)},
        {'cell': lambda line, cell: (line, cell)}))
    return shell, skipped, ran


def test_magics(load):
    shell, skipped, _ = made(load, x=1)
    assert shell.run_line_magic('line', 'a {x}') == ('line', 'a 1') == shell.magic('%line a $x')
    assert shell.run_line_magic('time', '{x}') == ('time', '{x}'), 'it is Python'
    assert shell.has_magic('line') and not shell.has_magic('other')
    shell.run_line_magic('other', 'a')
    shell.run_cell_magic('another', '', 'a')
    assert skipped == ['%other a', '%%another']


def test_the_lines_of_a_cell_keep_their_numbers(load):
    shell = made(load)[0]
    space = {'shell': shell}
    exec("\n\nvalue = shell.run_cell_magic('cell', 'a', 'x')", space)
    assert space['value'] == ('a', '\n\n\nx')


def test_values_in_text(load):
    shell = made(load, x=1, y='b')[0]
    for text, expanded in (('{x} {y!r}', "{x} {y!r}"), ('{x + 1} $y', '2 b'), ('$z $y.', '$z b.'),
                           ('$$x {{x}}', '$x {x}'), ("awk '{print $1}'", "awk '{print $1}'")):
        assert shell.var_expand(text) == expanded, text


def test_commands(load):
    shell, skipped, _ = made(load)
    shell._started = lambda command: Process(f'{command}\nb\n')
    lines = shell.getoutput('a')
    assert lines == ['a', 'b'] and lines.n == 'a\nb' and lines.s == 'a b' and lines.l == lines
    shell.system('a')
    assert shell.user_ns['_exit_code'] == 3
    shell.system('pip install x')
    assert shell.getoutput('/usr/bin/python3 -m pip install x') == []
    assert skipped == ['!pip install x', '!/usr/bin/python3 -m pip install x']


def test_python(load):
    shell, _, ran = made(load, x=1)
    shell.push({'y': 2})
    shell.ex('z = x + y')
    shell.run_cell('w')
    assert shell.ev('z') == 3 and ran == ['w']
