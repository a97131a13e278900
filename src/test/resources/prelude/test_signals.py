import _signal
import os
import _thread


class Places:
    def of(self, frame):
        return 7, frame, None


def made(load):
    return load('signals').Signals(Places(), lambda: None)


def test_ctrl_c_raises_unless_somebody_handles_it(load):
    signals = made(load)
    try:
        signals.kill(os.getpid(), _signal.SIGINT)
    except KeyboardInterrupt:
        seen = []
        before = signals.set(_signal.SIGINT, lambda number, frame: seen.append((number, frame)))
        assert before is _signal.default_int_handler
        signals.interrupt_main()
        (number, frame), = seen
        assert number == _signal.SIGINT and frame is not None
        return
    assert False


def test_what_is_ignored_does_nothing(load):
    signals = made(load)
    signals.set(_signal.SIGINT, 1)
    signals.raise_signal(_signal.SIGINT)
    signals.interrupt_main()
    signals.raise_signal(17)  # SIGCHLD
    signals.kill(os.getpid(), 0)
    assert signals.handler(_signal.SIGINT) == 1


def test_wrong_uses_fail_as_in_cpython(load):
    signals = made(load)
    for wrong, error in (
            (lambda: signals.set(0, 0), ValueError('signal number out of range')),
            (lambda: signals.handler(65), ValueError('signal number out of range')),
            (lambda: signals.set(9, 0), OSError(22, 'Invalid argument')),
            (lambda: signals.kill(os.getpid(), 99), OSError(22, 'Invalid argument')),
            (lambda: signals.set(2, 'x'), TypeError(load('signals').WRONG_HANDLER))):
        try:
            wrong()
        except Exception as caught:
            assert repr(caught) == repr(error), caught
        else:
            assert False, error


def test_only_the_main_thread_sets_handlers(load):
    signals, errors, done = made(load), [], _thread.allocate_lock()
    done.acquire()

    def work():
        try:
            signals.set(2, 0)
        except ValueError as error:
            errors.append(str(error))
        done.release()

    _thread.start_new_thread(work, ())
    done.acquire()
    assert errors == [load('signals').ONLY_FROM_MAIN]
