import contextlib
import io
import sys

NAMES = ('IPython', 'IPython.display', 'IPython.core', 'IPython.core.display',
         'IPython.core.interactiveshell', 'IPython.core.getipython')


class Installed:
    """The modules, as long as a test needs them."""

    def __init__(self, load):
        self.rich, self.shown, self.cleared = load('rich'), [], []

    def __enter__(self):
        self.rich.install(object, lambda: 'shell', self.shown.append, lambda: self.cleared.append(1))
        return self

    def __exit__(self, *error):
        for name in NAMES:
            del sys.modules[name]


def test_what_scripts_import(load):
    with Installed(load) as made:
        import IPython
        from IPython.core.interactiveshell import InteractiveShell
        from IPython.display import HTML, clear_output, display
        assert InteractiveShell is object and IPython.get_ipython() == 'shell'
        handle = display('a', HTML('<b>'), display_id=True)
        handle.update('b')
        IPython.display.update_display('c', display_id='x')
        clear_output(wait=True)
        assert made.cleared == [1] and display() is None
        assert [str(one) for one in made.shown] == [
            'a', '<IPython.core.display.HTML object>', 'b', 'c']


def test_data(load, folder):
    with Installed(load):
        from IPython.display import Markdown, Pretty
        path = folder + '/text.md'
        with open(path, 'w') as file:
            file.write('# Title')
        assert Markdown(filename=path).data == '# Title' and repr(Pretty('as it is')) == 'as it is'


def test_what_was_captured(load):
    kept = load('rich').CapturedIO('out', '')
    with contextlib.redirect_stdout(io.StringIO()) as out:
        kept.show()
    assert out.getvalue() == str(kept) == kept.stdout == 'out'
