def test_what_is_the_scripts(load):
    script = load('script').Script()
    script.path = '/home/a.py'
    assert script.has('/home/a.py')
    script.code_path = '/home/target.py'
    assert script.has('/home/target.py')
    assert not script.has('/home/a.py, cell 1') and not script.has('/lib/threading.py')


def test_what_is_a_notebooks(load):
    script = load('script').Script()
    script.path, script.notebook = '/home/a.ipynb', object()
    assert script.has('/home/a.ipynb, cell 1')
    assert not script.has('/home/b.ipynb, cell 1') and not script.has('<duet>')
