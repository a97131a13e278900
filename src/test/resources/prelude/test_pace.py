import time


def test_at_its_own_pace_nothing_changes(load):
    pace = load('pace').Pace()
    assert [pace.scaled(t) for t in (None, -1, 0, 3)] == [None, -1, 0, 3]
    pace.set(1.0, None)
    assert pace.factor == 1.0


def test_timeouts_are_divided(load):
    pace = load('pace').Pace()
    pace.factor = 4
    assert [pace.scaled(t) for t in (None, -1, 0, 3)] == [None, -1, 0, 0.75]


def test_the_librarys_clocks_run_faster(load):
    import concurrent.futures._base as futures
    import queue

    class Threading:
        _time = None

    plain = queue.time, futures.time
    try:
        load('pace').Pace().set(1000, Threading)
        begin = time.monotonic()
        for clock in (Threading._time, queue.time, futures.time.monotonic):
            assert begin * 1000 <= clock() <= time.monotonic() * 1000
        assert futures.time.time is time.time
    finally:
        queue.time, futures.time = plain
