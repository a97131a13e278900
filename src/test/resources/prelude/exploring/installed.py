"""Runs the tests beside it on the Python that runs this file: `python3 installed.py LOADER MODULES
EXPLORING`, which are files with the function that makes a loader, and with modules for it."""

import _thread
import os
import sys
import traceback


def text_of(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def made_loaders(loader, *modules):
    names = {}
    exec(compile(text_of(loader), '<duet>', 'exec'), names)
    return [names['make_loader'](text_of(path), '') for path in modules]


def engine_of(load, exploring):
    plain = exploring('engine').Plain(_thread.allocate_lock, _thread.start_new_thread)

    def engine(text, every_access=False):
        made = exploring('engine').Engine(exploring, load, plain, every_access)
        made.compile('/none/script.py', text)
        return made

    return engine


def run(test, given):
    code = test.__code__
    try:
        test(*[given[name] for name in code.co_varnames[:code.co_argcount]])
        return True
    except Exception:
        traceback.print_exc()
        return False


def run_all(folder, given):
    good = []
    for name in sorted(os.listdir(folder)):
        if name.startswith('test_') and name.endswith('.py'):
            file = os.path.join(folder, name)
            space = {'__file__': file, '__name__': 'tests'}
            exec(compile(text_of(file), file, 'exec'), space)
            good += [run(space[test], given) for test in space if test.startswith('test_')]
    return good


if __name__ == '__main__':
    load, exploring = made_loaders(*sys.argv[1:])
    good = run_all(os.path.dirname(os.path.abspath(__file__)),
                   {'exploring': exploring, 'engine': engine_of(load, exploring)})
    print(len(good), 'tests')
    sys.exit(not all(good))
