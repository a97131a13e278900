"""A package that is not there."""

import sys


def advice_on(folders):
    """A function that says what to do about an error, in a sentence, where a package is missing.

    folders -- where packages are looked for
    """
    places = ', '.join(["the script's folder", "Python's own library", *folders])

    def advice(error):
        name = str(getattr(error, 'name', None) or '').partition('.')[0]
        if not isinstance(error, ModuleNotFoundError) or name in sys.modules:
            return ''
        if not name or name in sys.stdlib_module_names:
            return ''
        return (f"Python looked for {name} in these folders: {places}; 'pip install --target FOLDER'"
                ' installs its package, and DUET_PYTHONPATH=FOLDER has Duet look there, too.')

    return advice
