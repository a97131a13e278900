import sys

NEEDED = ('traceback', 'linecache', 'textwrap', 'tokenize', 'contextlib')


def without_modules(run):
    """Calls it as if none of them had been imported."""
    before = {name: sys.modules.pop(name) for name in NEEDED if name in sys.modules}
    try:
        return run()
    finally:
        for name in NEEDED:
            sys.modules.pop(name, None)
        sys.modules.update(before)


def told(traceback, error):
    return ''.join(traceback.format_exception(error))


def test_it_loads_only_itself(load):
    def loaded():
        load('tracebacks').load_early()
        return [name for name in NEEDED if name in sys.modules]

    assert without_modules(loaded) == ['traceback', 'linecache']


def test_a_later_import_gets_the_real_module(load):
    def names():
        load('tracebacks').load_early()
        import contextlib
        import textwrap
        import tokenize
        return contextlib.ExitStack, textwrap.dedent('  x'), tokenize.generate_tokens

    assert without_modules(names)[1] == 'x'


def test_a_traceback_has_its_lines(load, folder):
    plain, named = folder + '/plain.py', folder + '/named.py'
    with open(plain, 'w', encoding='utf-8-sig') as file:
        file.write('# ü\n1 / 0  # one\n')
    with open(named, 'w', encoding='latin-1') as file:
        file.write('# coding: latin-1\n1 / 0  # one\n# ü\n')

    def texts():
        traceback = load('tracebacks').load_early()
        found = []
        for path in plain, named:
            try:
                exec(compile('\n1 / 0', path, 'exec'))
            except ZeroDivisionError as error:
                found.append(told(traceback, error))
        return found

    for text in without_modules(texts):
        assert '1 / 0  # one\n' in text, text


def test_what_is_rare_works_too(load):
    """Groups need textwrap."""
    def text():
        traceback = load('tracebacks').load_early()
        return told(traceback, ExceptionGroup('two', [ValueError(1), TypeError(2)]))

    assert '| TypeError: 2' in without_modules(text)


def test_operators_and_brackets_are_marked_without_ast(load):
    tracebacks = load('tracebacks')

    def part(text):
        return tracebacks.marked(text, lambda begin, end: text[begin:end])

    assert part('1 / 0') == '/' and part("'ä' * (2)  // (x)") == '//'
    assert part('(a) ** b') == '**' and part('a<<1') == '<<'
    assert part("rows[1]['key']") == "['key']" and part('a[b[1]]') == '[b[1]]'
    assert part('f(1)') is None and part('raise x') is None


def test_what_is_loaded_stays(load):
    import textwrap
    load('tracebacks').load_early()
    assert sys.modules['textwrap'] is textwrap
