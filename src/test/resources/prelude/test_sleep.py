class Pace:
    factor = 2


class Signals:
    is_heard = False

    def run(self):
        return False


def sleeper(load, woken=False):
    slept, waits = [], []

    def host_sleep(seconds):
        slept.append(seconds)
        return woken

    def noted(wait, call, *arguments):
        waits.append(wait)
        return call(*arguments)

    make = load('sleep').make_sleep
    return make(host_sleep, Signals(), noted, Pace, lambda old, new: new), slept, waits


def test_it_sleeps_and_says_so(load):
    sleep, slept, waits = sleeper(load)
    assert sleep(3) is None
    assert slept == [1.5]
    (kind, target, frame, may_end), = waits
    assert (kind, target, may_end) == ('sleep', None, True)
    assert frame.f_code.co_name == 'test_it_sleeps_and_says_so'


def test_whatever_is_a_number_is_slept(load):
    class Index:
        def __index__(self):
            return 4

    sleep, slept, _ = sleeper(load)
    for duration in (0, True, 1e9, Index()):
        sleep(duration)
    assert slept == [0, 0.5, 5e8, 2]


def test_odd_durations_fail_as_in_cpython(load):
    sleep, slept, waits = sleeper(load)
    for duration, error in ((-1, ValueError('sleep length must be non-negative')),
                            (float('nan'), ValueError('Invalid value NaN (not a number)')),
                            (1e10, OverflowError('timestamp too large to convert to C PyTime_t'))):
        try:
            sleep(duration)
        except Exception as caught:
            assert repr(caught) == repr(error), caught
        else:
            assert False, duration
    assert slept == waits == []


def test_who_is_woken_is_interrupted(load):
    sleep, _, _ = sleeper(load, woken=True)
    try:
        sleep(0)
    except KeyboardInterrupt:
        return
    assert False
