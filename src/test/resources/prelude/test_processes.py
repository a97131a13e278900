GUARDED = '''
import multiprocessing
def main():
    start()
if __name__ == '__main__':
    main()
    if True:
        start()
start()
'''


def made(load, text):
    script = load('script').Script()
    script.path = script.code_path = '/guarded.py'
    script.is_given = True
    script.lines['/guarded.py'] = text.splitlines()
    return load('processes').Processes(script, None, None, None, load('spawned'), (b'', b''), None), script


def test_a_process_starts_only_where_the_script_is_the_main_program(load):
    processes, script = made(load, GUARDED)
    started = []

    def start():
        processes._check()
        started.append(True)

    try:
        exec(compile(GUARDED, script.path, 'exec'), {'__name__': '__main__', 'start': start})
    except RuntimeError as error:
        assert str(error) == load('processes').UNGUARDED
        assert error.__traceback__.tb_next.tb_lineno == 9
    assert len(started) == 2, started


def test_no_process_starts_from_a_notebook_or_a_session(load):
    processes, script = made(load, '')
    for script.is_given, script.notebook in ((False, None), (True, object())):
        try:
            processes._check()
        except NotImplementedError:
            continue
        assert False
