def python(load, *lines):
    return load('cells').python_of('\n'.join(lines)).split('\n')


def magic(name, line=''):
    return f'get_ipython().run_line_magic({name!r}, {line!r})'


def test_python_stays_as_it_is(load):
    for source in ("x = 7 % 4\nprint('%d?' % x)\n", 'x %= 3', 'x = (1\n  % 3)', '"%s" % x', 'x # why?',
                   's = """\n%time\n!ls\n"""', 'f("""a?""")', 'd = {\n "a": 1,\n}', 'x = "%" \\\n  "b"',
                   'x = = 1', 'x = \0', '', '\n\n', "text = 'it''s'", 'print("a = %d" % x)', 'a != b', 'a = b = !ls'):
        assert load('cells').python_of(source) == source, source


def test_indentation_of_the_first_line_goes(load):
    assert python(load, '', '    x = 1', '    if x:', '        y', '  z') == [
        '', 'x = 1', 'if x:', '    y', '  z']
    assert python(load, '\tx', '\ty') == ['x', 'y']


def test_prompts_go(load):
    assert python(load, '>>> x = 1', '>>> for i in x:', '...     i', '...', '2') == [
        'x = 1', 'for i in x:', '    i', '', '2']
    assert python(load, 'In [1]: x = 1', 'In [12]: for a in b:', '    ...:     c', '    ...: ') == [
        'x = 1', 'for a in b:', '    c', '']
    assert python(load, '  >>> x') == ['x']
    assert python(load, 'x = """', '>>> x', '"""') == ['x = """', 'x', '"""'], 'as in IPython'


def test_magics_and_commands(load):
    assert python(load, 'if x:', '    %time f()', '    !ls -l {y}') == [
        'if x:', '    ' + magic('time', 'f()'), "    get_ipython().system('ls -l {y}')"]
    assert python(load, '!!ls') == ["get_ipython().getoutput('ls')"]
    assert python(load, 'x = !ls *.py') == ["x = get_ipython().getoutput('ls *.py')"]
    assert python(load, 'd["a"] = %time 3') == ['d["a"] = ' + magic('time', '3')]


def test_lines_that_go_on_keep_their_number(load):
    assert python(load, '!ls \\', '  -l', 'x') == ["get_ipython().system('ls -l')", '', 'x']
    assert python(load, 'x = !ls \\', '  -l') == ["x = get_ipython().getoutput('ls -l')", '']


def test_questions(load):
    for source in ('print?', '?print', 'print??', '  print?', 'x = print?'):
        assert python(load, source)[0].strip() == magic('pinfo', 'print'), source
    assert python(load, 'str.*find*?') == [magic('pinfo', 'str.*find*')]
    assert python(load, '%time?') == [magic('pinfo', '%time')]
    assert python(load, '%%time?') == [magic('pinfo', '%%time')]


def test_a_magic_for_the_whole_cell(load):
    assert python(load, '', '%%time -q', 'x = 1', 'y') == [
        '', "get_ipython().run_cell_magic('time', '-q', 'x = 1\\ny\\n')"]


def test_signs_that_call(load):
    assert python(load, '/f a b') == ['f(a, b)']
    assert python(load, ',f a b') == ["f('a', 'b')"]
    assert python(load, ';f a b') == ["f('a b')"]


def test_a_cell_that_ends_quietly(load):
    quiet = load('cells').ends_quietly
    assert quiet('x;') and quiet('x; # why\n\n') and quiet('f(\n);')
    assert not quiet('x') and not quiet('x # a;') and not quiet("';'") and not quiet('x;y')
