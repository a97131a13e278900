import _thread


def in_thread(work):
    done = _thread.allocate_lock()
    done.acquire()

    def run():
        try:
            work()
        finally:
            done.release()

    ident = _thread.start_new_thread(run, ())
    done.acquire()
    return ident


def test_a_thread_has_a_value_of_its_own(load):
    values = load('per_thread').PerThread(list)
    values.own().append('main')
    other = in_thread(lambda: values.own().append('other'))
    values.own().append('again')
    assert values.all() == [(_thread.get_ident(), ['main', 'again']), (other, ['other'])]


def test_nothing_is_made_before_it_is_used(load):
    assert load('per_thread').PerThread(list).all() == []


def test_what_an_ended_thread_leaves_stays(load):
    values = load('per_thread').PerThread(list)
    idents = [in_thread(lambda: values.own().append(1)) for _ in range(20)]
    assert values.all() == [(ident, [1]) for ident in idents]


def test_threads_that_come_at_once_all_get_in(load):
    values = load('per_thread').PerThread(list)
    gate, left = _thread.allocate_lock(), [None] * 40
    gate.acquire()
    done = _thread.allocate_lock()
    done.acquire()

    def run():
        with gate:
            pass
        values.own().append(_thread.get_ident())
        left.pop()
        if not left:
            done.release()

    for _ in range(40):
        _thread.start_new_thread(run, ())
    gate.release()
    done.acquire()
    pairs = values.all()
    assert len(pairs) == 40 == len(dict(pairs))
    assert all(value == [ident] for ident, value in pairs)


def test_what_is_looked_at_does_not_change(load):
    values = load('per_thread').PerThread(list)
    values.own()
    seen = values.all()
    in_thread(values.own)
    assert len(seen) == 1 and len(values.all()) == 2
