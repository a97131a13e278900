def made(load):
    calls = []
    script = load('script').Script()

    def call(name):
        return lambda *arguments: calls.append((name, *arguments)) or name

    compiling = load('compiling').Compiling(
        script, call('pace'), call('early'), call('syntax'), call('notebook'),
        load('builtins_name'))
    return compiling, script, calls


def test_a_script(load):
    compiling, script, calls = made(load)
    assert compiling.compile('/home/a.py', 'x = 1', 2.0, ['b', 3]) == ''
    assert script.is_given and script.path == '/home/a.py' and script.arguments == ['b', '3']
    assert script.notebook is None and script.code_path == '/home/a.py'
    space = {}
    exec(script.code, space)
    assert space['x'] == 1
    assert calls == [('early', 'x = 1'), ('pace', 2.0)]


def test_python_may_name_the_file_in_another_way(load, folder):
    import os
    path = os.path.join(folder, 'target.py')
    with open(path, 'w') as file:
        file.write('x = 1')
    compiling, script, _ = made(load)
    compiling.compile(os.path.join(folder, '.', 'target.py'), 'x = 1', 1, [])
    assert script.has(script.code.co_filename), script.code.co_filename


def test_its_future_is_its_own(load):
    compiling, script, _ = made(load)
    compiling.compile('/home/a.py', 'def f(x: unknown): pass', 1, [])
    try:
        exec(script.code, {})
    except NameError:
        return
    assert False


def test_wrong_syntax(load):
    compiling, _, calls = made(load)
    assert compiling.compile('/home/a.py', 'x = = 1', 1, []) == 'syntax'
    assert calls[-1][:3] == ('syntax', '/home/a.py', 'x = = 1')


def test_what_is_no_text(load):
    problem = made(load)[0].compile('/home/a.py', 'x = \0', 1, [])
    assert problem == 'syntax' or problem.startswith('a.py: '), problem


def test_a_notebook(load):
    compiling, script, calls = made(load)
    cells = [['cell 1', 'x = = 1', True, False], ['cell 2', 'import queue', False, True]]
    assert compiling.compile_notebook('/home/a.ipynb', cells, 1, []) == ''
    assert script.code is None and script.notebook == 'notebook' and script.is_given
    assert calls[0] == ('early', 'x = = 1\nimport queue')
    assert calls[2] == ('notebook', [tuple(cell) for cell in cells])
