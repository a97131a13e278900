class Native:
    @staticmethod
    def get_ident():
        return 17


class Named:
    name = 'worker'


def installed(load):
    reports = []
    load('thread_hook').install(Native, lambda *report: reports.append(report))
    return Native, reports


def test_an_exception_is_reported(load):
    native, reports = installed(load)
    error = ValueError(1)
    native._excepthook(native._ExceptHookArgs((ValueError, error, 'trace', Named)))
    assert reports == [('worker', ValueError, error, 'trace')]


def test_a_thread_that_exits_is_none_of_our_business(load):
    native, reports = installed(load)
    native._excepthook(native._ExceptHookArgs((SystemExit, SystemExit(1), None, Named)))
    assert reports == []


def test_a_thread_without_an_object_goes_by_its_ident(load):
    native, reports = installed(load)
    native._excepthook(native._ExceptHookArgs((KeyError, None, None, None)))
    assert reports[0][0] == 'thread-17'
