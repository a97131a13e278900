import sys


def test_a_module_is_changed_when_it_is_imported(load, folder):
    with open(f'{folder}/late_module.py', 'w') as file:
        file.write('value = 1')
    changed, path, finders = [], list(sys.path), list(sys.meta_path)
    sys.path.insert(0, str(folder))
    try:
        load('after_import').install({
            'late_module': lambda module: changed.append(module.value),
            'sys': lambda module: changed.append(module)})
        assert changed == [sys]  # which is imported already
        import late_module
        assert changed == [sys, 1]
        assert type(late_module.__loader__).__name__ == 'SourceFileLoader'
        del sys.modules['late_module']
        import late_module
        assert changed == [sys, 1]
    finally:
        sys.path[:], sys.meta_path[:] = path, finders
        sys.modules.pop('late_module', None)


def test_what_is_not_there_stays_so(load):
    finders = list(sys.meta_path)
    try:
        load('after_import').install({'not_there_at_all': None})
        import not_there_at_all
    except ModuleNotFoundError as error:
        assert error.name == 'not_there_at_all'
    else:
        assert False, not_there_at_all
    finally:
        sys.meta_path[:] = finders
