import marshal
import os
import sys

TEXT = '\n#: one\nx = 1\n\n#: two\ndef f():\n    return g()\n\n\ndef g():\n    return 7\n'


def code_kept_in(file):
    with open(file, 'rb') as opened:
        return marshal.loads(opened.read())


def keep(file, *entry):
    with open(file, 'wb') as opened:
        opened.write(marshal.dumps(entry))


def test_a_module_is_loaded_once_and_seen_by_nobody(make_loader):
    before = set(sys.modules)
    load = make_loader(TEXT, '')
    assert load('two') is load('two') and load('two').f() == 7 and load('one').x == 1
    assert not hasattr(load('two'), 'x')
    assert set(sys.modules) == before
    assert load('two').f.__module__ == '__main__'
    assert load('two').f.__code__.co_filename == '<duet>'


def test_every_module_can_be_loaded(load, modules):
    for name in modules:
        load(name)
    assert not set(modules) & set(sys.modules)


def test_code_is_kept_and_used(make_loader, folder):
    kept = os.path.join(folder, 'kept')
    make_loader(TEXT, kept)
    version, text, code = code_kept_in(kept)
    assert (version, text, sorted(code)) == (sys.version, TEXT, ['one', 'two'])
    code['one'] = marshal.dumps(compile('x = 2', '<duet>', 'exec'))
    keep(kept, version, text, code)
    assert make_loader(TEXT, kept)('one').x == 2


def test_code_of_another_text_or_another_python_is_made_again(make_loader, folder):
    kept = os.path.join(folder, 'stale')
    make_loader(TEXT, kept)
    version, text, code = code_kept_in(kept)
    code['one'] = marshal.dumps(compile('x = 2', '<duet>', 'exec'))
    for entry in ((version, text + '\n', code), (version + '.1', text, code)):
        keep(kept, *entry)
        assert make_loader(TEXT, kept)('one').x == 1
        assert code_kept_in(kept)[:2] == (version, TEXT)


def test_a_file_that_is_no_good_is_made_again(make_loader, folder):
    kept = os.path.join(folder, 'bad')
    for content in (b'', b'\x00\xff', b'odd', marshal.dumps(None), marshal.dumps((1, 2))):
        with open(kept, 'wb') as file:
            file.write(content)
        assert make_loader(TEXT, kept)('one').x == 1
        assert code_kept_in(kept)[1] == TEXT


def test_where_nothing_can_be_kept_it_works_all_the_same(make_loader, folder):
    assert make_loader(TEXT, os.path.join(folder, 'missing', 'kept'))('one').x == 1
    assert not os.path.exists(os.path.join(folder, 'missing'))


def test_nothing_is_left_but_the_file(make_loader, folder):
    mine = os.path.join(folder, 'mine')
    os.mkdir(mine)
    make_loader(TEXT, os.path.join(mine, 'kept'))
    assert os.listdir(mine) == ['kept']


def test_no_bytecode_is_written_where_none_may_be(make_loader, folder):
    kept = os.path.join(folder, 'unwritten')
    sys.dont_write_bytecode, plain = True, sys.dont_write_bytecode
    try:
        assert make_loader(TEXT, kept)('one').x == 1
        assert not os.path.exists(kept)
        make_loader(TEXT, kept, True)
        assert os.path.exists(kept)
    finally:
        sys.dont_write_bytecode = plain
