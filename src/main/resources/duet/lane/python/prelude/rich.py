"""The modules `IPython` and `IPython.display` in a notebook: what they show is text."""

import sys

KINDS = ('Audio', 'Code', 'Geojson', 'HTML', 'IFrame', 'Image', 'JSON', 'Javascript', 'Latex',
         'Markdown', 'Math', 'SVG', 'Video', 'YouTubeVideo')


class DisplayObject:
    """What has a form of its own in Jupyter, such as HTML."""

    def __init__(self, data=None, url=None, filename=None, **ignored):
        if data is None and filename is not None:
            with open(filename, encoding='utf-8', errors='replace') as file:
                data = file.read()
        self.data, self.url, self.filename = data, url, filename

    def _repr_html_(self):
        return self.data if type(self).__name__ in ('HTML', 'SVG') else None

    def __repr__(self):
        return f'<IPython.core.display.{type(self).__name__} object>'


class Pretty(DisplayObject):
    """Text that is shown as it is."""

    def __repr__(self):
        return str(self.data)


class DisplayHandle:
    """What was displayed and may be shown anew."""

    def __init__(self, display_id=None):
        self.display_id = display_id

    def display(self, value, **ignored):
        display(value)

    update = display


class CapturedIO:
    """What a cell printed that is captured."""

    def __init__(self, stdout, stderr):
        self.stdout, self.stderr, self.outputs = stdout, stderr, []

    def __str__(self):
        return self.stdout

    def show(self):
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)

    __call__ = show


def display(*values, display_id=None, **ignored):
    """Shows values, as in Jupyter."""
    for value in values:
        print_value(value)
    return DisplayHandle(display_id) if display_id is not None else None


def update_display(value, *, display_id, **ignored):
    display(value)


def install(shell_type, get_ipython, show, clear):
    """Lets the script import the modules.

    show -- shows a value
    clear -- tells the reader that a cell's output is cleared
    """
    global print_value
    print_value = show
    module = type(sys)

    def clear_output(wait=False):
        clear()

    shown = {kind: type(kind, (DisplayObject,), {'__module__': 'IPython.core.display'})
             for kind in KINDS}
    shown |= dict(DisplayObject=DisplayObject, DisplayHandle=DisplayHandle, Pretty=Pretty,
                  clear_output=clear_output, display=display, update_display=update_display)
    globals().update(shown)
    top, of_display, core = module('IPython'), module('IPython.display'), module('IPython.core')
    of_shell = module('IPython.core.interactiveshell')
    for package in top, core:
        package.__path__ = []
    top.get_ipython, top.display, top.core, top.version_info = get_ipython, of_display, core, (8, 0, 0)
    top.__version__ = '8.0.0'
    core.display, core.interactiveshell = of_display, of_shell
    core.getipython = module('IPython.core.getipython')
    core.getipython.get_ipython = get_ipython
    of_shell.InteractiveShell = shell_type
    of_display.__dict__.update(shown)
    sys.modules.update({
        'IPython': top, 'IPython.display': of_display, 'IPython.core': core,
        'IPython.core.display': of_display, 'IPython.core.interactiveshell': of_shell,
        'IPython.core.getipython': core.getipython})
