import sys


def test_native_code_is_refused_by_name(load):
    class Spec:
        name = '_curses'

    try:
        load('native').refuse(Spec)
    except ImportError as error:
        assert str(error) == "_curses is native code, which Duet's Python lane leaves out"
        assert error.name == '_curses'
    else:
        assert False


def test_unicodedata_has_one_function(load):
    module = load('native').unicodedata(lambda character: character + '!')
    assert module.east_asian_width('x') == 'x!'
    assert type(module) is type(sys) and module.__name__ == 'unicodedata'
    try:
        module.name
    except AttributeError as error:
        assert str(error).startswith('unicodedata.name is native code, which')
    else:
        assert False
