"""What a Python script tries in order to change what is told of it. Each attempt prints its name and
how it was refused. Attempts without a result of their own are checked from outside."""

import _thread
import sys
import threading
import time


def attempt(name, make):
    try:
        result = f'got in: {make()!r}'
    except BaseException as error:
        result = f'refused: {type(error).__name__}: {error}'
    print(f'{name}: {result.splitlines()[0]}')


def reached():
    """What can be reached from the functions and classes that the prelude has put in place."""
    left = [sys.stdout, threading.excepthook, threading.Thread._bootstrap_inner, time.sleep,
            threading.Lock, _thread.start_new_thread]
    seen = {}
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        for name in ('__closure__', 'cell_contents', '__self__', '__func__', '__dict__'):
            if name == '__dict__' and type(one).__module__ != '__main__':
                continue
            try:
                part = getattr(one, name)
            except BaseException:
                continue
            if isinstance(part, dict):
                left.extend(part.values())
            elif isinstance(part, (tuple, list)):
                left.extend(part)
            else:
                left.append(part)
    return list(seen.values())


REACHED = reached()


def of_kind(kind):
    """What is of a class of this name."""
    return [one for one in REACHED if type(one).__name__ == kind]


def java_class():
    import java
    return java.type('java.lang.System')


def duets_class():
    import java
    return java.type('duet.lane.host.HostMain')


def evaluated():
    import polyglot
    return polyglot.eval(language='java', string='1')


def bound():
    import polyglot
    return polyglot.import_value('duet')


def native_function():
    import ctypes
    return ctypes.CDLL(None).getpid()


def of_proxy(name):
    """What lies behind a function that Java offers to the prelude."""
    function = sys.stdout._to_host
    return getattr(function, name)


def members():
    told = [name for name in dir(sys.stdout._to_host) if not name.startswith('__')]
    if not told:
        raise AttributeError('it has no members')
    return told


attempt("a class of Java's", java_class)
attempt("a class of Duet's", duets_class)
attempt('another language', evaluated)
attempt('a value of another language', bound)
attempt('native code', native_function)
attempt('the class behind a function', lambda: of_proxy('getClass')())
attempt('the members of a function', members)

# What is printed as somebody else, or for another time.
print('begin')
sys.stdout._to_host(4242, 'as nobody\n', 1)
helper = threading.Thread(target=time.sleep, args=(0.2,), name='helper')
helper.start()
sys.stdout._to_host(helper.ident, 'as helper\n', 1)
sys.stdout._pending._chain = 4343, [('as nobody, unfinished', 1)], sys.stdout._pending._chain
helper.join()
for threads in of_kind('Threads'):
    threads._tell(threading.main_thread().ident, 'somebody')
    threads._tell(4242, 'nobody')
for function in of_kind('function'):
    if function.__name__ == 'note':
        function('a remark')
for noted in of_kind('Failures'):
    noted._end_line()


# What threads did.
def compute():
    while time.thread_time() < 0.2:
        pass
    for waits in of_kind('Waits'):
        own = waits._threads.own()
        own.over.append(['sleep', 1, 2**62, 'compute', 0])
        own.over.append(['no such state', 'x', 'y'])


def as_if_ended():
    for waits in of_kind('Waits'):
        waits.end()
        waits._threads.own().ended = 1
    compute()


for work in (compute, as_if_ended):
    worker = threading.Thread(target=work, name=work.__name__)
    worker.start()
    worker.join()
print('found', *(bool(of_kind(kind)) for kind in ('Threads', 'Failures', 'Waits')))
