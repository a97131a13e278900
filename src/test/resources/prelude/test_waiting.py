def installed(load):
    """A threading that does nothing, whose waits are noted."""
    waits = []

    class Condition:
        def wait(self, timeout=None):
            return 'waited', timeout

    class Thread:
        def join(self, timeout=None):
            """Waits."""
            return 'joined', timeout

    class Threading:
        pass

    class Pace:
        @staticmethod
        def scaled(timeout):
            return timeout and timeout / 2

    def noted(wait, call, *arguments):
        waits.append((wait[0], wait[1], wait[2].f_code.co_name, wait[3]))
        return call(*arguments)

    Threading.Condition, Threading.Thread = Condition, Thread
    load('waiting').install(Threading, noted, Pace, load('guise').in_place_of)
    return Threading, waits


def test_a_condition(load):
    threading, waits = installed(load)
    condition = threading.Condition()
    assert condition.wait() == ('waited', None)
    assert condition.wait(3) == ('waited', 1.5)
    assert condition.wait(timeout=3) == ('waited', 1.5)
    assert waits == [('wait', condition, 'test_a_condition', end) for end in (False, True, True)]


def test_a_join(load):
    threading, waits = installed(load)
    thread = threading.Thread()
    assert thread.join() == ('joined', None)
    assert thread.join(timeout=2) == ('joined', 1)
    assert waits == [('join', thread, 'test_a_join', end) for end in (False, True)]
    assert threading.Thread.join.__doc__ == 'Waits.'
