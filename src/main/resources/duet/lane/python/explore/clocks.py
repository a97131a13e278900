"""Time that passes only when the scheduler lets it: the modules time and datetime."""

import datetime
import time

Module = type(time)
START = 1_750_000_000 * 1_000_000_000
BOOT = 1_000 * 1_000_000_000


def make_time(scheduler):
    made = Module('time')
    made.__dict__.update(time.__dict__)

    def sleep(seconds):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        if scheduler.detail is not None:
            scheduler.detail.happened('sleep', seconds)
        scheduler.sleep(int(seconds * 1e9))

    def time_ns():
        return START + scheduler.now()

    def monotonic_ns():
        return BOOT + scheduler.now()

    def seconds(nanos):
        def function():
            return nanos() / 1e9
        return function

    def of_now(function):
        def call(*arguments):
            return function(*(arguments or (time_ns() / 1e9,)))
        return call

    def strftime(form, *moment):
        return time.strftime(form, *(moment or (made.localtime(),)))

    def asctime(*moment):
        return time.asctime(*(moment or (made.localtime(),)))

    steady = dict.fromkeys(('monotonic_ns', 'perf_counter_ns', 'process_time_ns',
                            'thread_time_ns'), monotonic_ns)
    made.__dict__.update(
        sleep=sleep, time=seconds(time_ns), time_ns=time_ns, **steady,
        **{name[:-3]: seconds(function) for name, function in steady.items()},
        ctime=of_now(time.ctime), localtime=of_now(time.localtime), gmtime=of_now(time.gmtime),
        strftime=strftime, asctime=asctime)
    return made


def make_datetime(scheduler):
    made = Module('datetime')
    made.__dict__.update(datetime.__dict__)

    def now():
        return (START + scheduler.now()) / 1e9

    class Moment(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(now(), tz)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(now())

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(now(), datetime.timezone.utc).replace(tzinfo=None)

    class Day(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(now())

    for kind, name in (Moment, 'datetime'), (Day, 'date'):
        kind.__name__ = kind.__qualname__ = name
        kind.__module__ = 'datetime'
        setattr(made, name, kind)
    return made
