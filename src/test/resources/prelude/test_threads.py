import _thread


class Thread:
    """As much of `threading.Thread` as is replaced."""

    def __init__(self, name):
        self._name = name
        self.ident = None
        self.did = []

    def _set_ident(self):
        self.ident = _thread.get_ident()

    def _bootstrap_inner(self):
        self.did.append('ran')

    @property
    def name(self):
        """Its name."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = name


def installed(load):
    class Replaced(Thread):
        _bootstrap_inner = Thread._bootstrap_inner
        name = Thread.name

    class Threading:
        Thread = Replaced
        main = Replaced('MainThread')

        @classmethod
        def main_thread(cls):
            return cls.main

    told = []
    threads = load('threads').Threads(Threading, lambda ident, name: told.append((ident, name)))
    end = lambda: told.append('end')  # noqa: E731
    load('threads').install(Threading, threads.tell_name, end, load('guise').in_place_of)
    return Threading, threads, told


def test_a_thread_tells_its_name_first_and_its_end_last(load):
    threading, _, told = installed(load)
    thread = threading.Thread('worker')
    thread._bootstrap_inner()
    assert told == [(_thread.get_ident(), 'worker'), 'end'] and thread.did == ['ran']


def test_its_end_is_told_even_if_it_fails(load):
    threading, _, told = installed(load)
    thread = threading.Thread('worker')
    thread.did = None
    try:
        thread._bootstrap_inner()
    except AttributeError:
        pass
    assert told[-1] == 'end'


def test_a_new_name_is_told_once_the_thread_has_started(load):
    threading, _, told = installed(load)
    thread = threading.Thread('worker')
    thread.name = 'early'
    assert told == [] and thread.name == 'early'
    thread._set_ident()
    thread.name = 'late'
    assert told == [(_thread.get_ident(), 'late')]
    assert threading.Thread.name.__doc__ == 'Its name.'


def test_the_target_is_no_part_of_a_name(load):
    threading, threads, told = installed(load)
    for name in ('Thread-1 (loop)', 'Thread-x', 'Thread (a)', 'Dummy (b)'):
        threads.tell_name(threading.Thread(name))
    assert [name for _, name in told] == ['Thread-1', 'Thread-x', 'Thread (a)', 'Dummy (b)']


def test_a_thread_that_threading_does_not_know(load):
    told, reports, done = [], [], _thread.allocate_lock()
    done.acquire()

    class Native:
        get_ident, start_new_thread = _thread.get_ident, _thread.start_new_thread

    threads = load('threads').Threads(
        type('T', (), {'main_thread': lambda: None}), lambda *name: told.append(name))
    load('threads').install_plain(
        Native, threads.tell_plain, done.release, lambda *report: reports.append(report[:2]),
        load('guise').in_place_of)
    seen = []

    def work(number, factor=1):
        seen.append((_thread.get_ident(), number * factor))
        raise SystemExit if number == 1 else KeyError

    for number in (1, 2):
        Native.start_new_thread(work, (number,), {'factor': 3})
        done.acquire()
    assert [result for _, result in seen] == [3, 6]
    assert told == [(ident, f'thread-{ident}') for ident, _ in seen]
    assert reports == [(told[1][1], KeyError)], reports


def test_what_cannot_be_started_is_refused(load):
    class Native:
        get_ident, start_new_thread = _thread.get_ident, _thread.start_new_thread

    load('threads').install_plain(Native, None, None, None, load('guise').in_place_of)
    for function, args in ((1, ()), (int, [])):
        try:
            Native.start_new_thread(function, args)
        except TypeError:
            continue
        assert False


def test_the_main_thread_is_main(load):
    threading, threads, told = installed(load)
    threads.tell_name(threading.main)
    assert threads.main is threading.main and told == [(None, 'main')]
