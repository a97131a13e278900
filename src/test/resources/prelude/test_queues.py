from _queue import Empty, SimpleQueue


def made(load):
    waits = []

    class Pace:
        @staticmethod
        def scaled(timeout):
            return timeout and timeout / 1000

    def noted(wait, call, *arguments):
        waits.append((wait[0], wait[1], wait[2].f_code.co_name, wait[3]))
        return call(*arguments)

    return load('queues').make_queue(noted, Pace, load('guise').in_place_of)(), waits


def test_what_is_there_is_had_at_once(load):
    queue, waits = made(load)
    queue.put(1)
    queue.put(2)
    assert [queue.get(), queue.get(timeout=1)] == [1, 2] and waits == []


def test_what_is_not_there_is_waited_for(load):
    queue, waits = made(load)
    try:
        queue.get(timeout=2)
    except Empty:
        assert waits == [('wait', queue, 'test_what_is_not_there_is_waited_for', True)]
    else:
        assert False


def test_nobody_waits_who_does_not_want_to(load):
    queue, waits = made(load)
    for call in (lambda: queue.get(False), queue.get_nowait):
        try:
            call()
        except Empty:
            pass
        else:
            assert False
    assert waits == []


def test_it_looks_like_what_it_replaces(load):
    assert repr(type(made(load)[0])) == repr(SimpleQueue)
