"""Locks, queues, pools and time of a schedule behave as Python's own."""


def told(engine, text, plan='stay'):
    return engine(text).play(plan)


def printed(engine, text, plan='stay'):
    result = told(engine, text, plan)
    assert result['ending'] == 'completed', result
    return [line[3] for line in result['lines']]


def ways(engine, text, schedules=60):
    """How the schedules of a script end."""
    playing = engine(text)
    return {playing.play(f'random:{seed}')['ending'] for seed in range(schedules)}


FORKS = '''
import threading
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        with b: pass
def two():
    with b:
        with a: pass
threads = [threading.Thread(target=one), threading.Thread(target=two)]
for t in threads: t.start()
for t in threads: t.join()
'''


def test_two_locks_in_two_orders_are_a_deadlock(engine):
    playing = engine(FORKS)
    result = next(one for one in (playing.play(f'random:{seed}') for seed in range(100))
                  if one['ending'] == 'deadlock')
    assert result['waits'] == [
        (0, 'waits for thread Thread-1 to end', 12),
        (1, 'waits for Lock b, held by Thread-2', 6),
        (2, 'waits for Lock a, held by Thread-1', 9)], result['waits']


def test_two_locks_in_one_order_are_none(engine):
    assert ways(engine, FORKS.replace('with b:\n        with a', 'with a:\n        with b')) == {
        'completed'}


def test_a_lock_that_its_holder_takes_again(engine):
    result = told(engine, 'import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()\n')
    assert result['ending'] == 'deadlock'
    assert result['waits'] == [(0, 'waits for Lock l, held by itself', 4)]


def test_a_lock_whose_holder_has_ended(engine):
    result = told(engine, '''
import threading
lock = threading.Lock()
t = threading.Thread(target=lock.acquire)
t.start()
t.join()
with lock: pass
''')
    assert result['waits'] == [(0, 'waits for Lock lock, held by a thread that has ended', 7)]


def test_nobody_puts_what_others_wait_for(engine):
    result = told(engine, '''
import queue, threading
q = queue.Queue()
done = threading.Event()
changed = threading.Condition()
def get(): q.get()
def wait(): done.wait()
def sleep():
    with changed: changed.wait()
threads = [threading.Thread(target=f) for f in (get, wait, sleep)]
for t in threads: t.start()
for t in threads: t.join()
''')
    assert result['ending'] == 'deadlock'
    assert [row[1] for row in result['waits']] == [
        'waits for thread Thread-1 to end', 'waits in Queue.get of q', 'waits in Event.wait of done',
        'waits in Condition.wait of changed'], result['waits']


def test_a_reentrant_lock(engine):
    assert printed(engine, '''
import threading
r = threading.RLock()
with r:
    with r: print(r._is_owned())
try: r.release()
except RuntimeError as error: print(error)
''') == ['True', 'cannot release un-acquired lock']


def test_locks_keep_pythons_rules(engine):
    assert printed(engine, '''
import threading
l = threading.Lock()
print(l.acquire(timeout=1), l.acquire(timeout=1), l.acquire(False), l.locked())
l.release()
for wrong in (lambda: l.release(), lambda: l.acquire(False, 1), lambda: l.acquire(True, -2)):
    try: wrong()
    except (RuntimeError, ValueError) as error: print(error)
''') == ['True False False True', 'release unlocked lock',
         "can't specify a timeout for a non-blocking call",
         'timeout value must be a non-negative number']


def test_a_queue_hands_over_and_ends(engine):
    text = '''
import queue, threading
q = queue.Queue(1)
got = []
def put():
    for i in range(3): q.put(i)
    q.put(None)
def get():
    while (item := q.get()) is not None:
        got.append(item)
threads = [threading.Thread(target=put), threading.Thread(target=get)]
for t in threads: t.start()
for t in threads: t.join()
assert got == [0, 1, 2], got
for kind in queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue:
    q = kind()
    q.put(2)
    q.put(1)
    print(q.get(), end=' ')
try: q.get(timeout=0.5); q.get(timeout=1)
except queue.Empty: print('empty')
'''
    assert printed(engine, text) == ['1 1 2 empty']
    assert ways(engine, text) == {'completed'}


def test_events_barriers_semaphores_and_timers(engine):
    text = '''
import threading
event = threading.Event()
timer = threading.Timer(5, event.set)
timer.start()
print(event.wait(100))
barrier = threading.Barrier(2)
semaphore = threading.BoundedSemaphore(1)
inside = 0
def meet():
    global inside
    barrier.wait()
    with semaphore:
        inside += 1
        assert inside == 1
        inside -= 1
threads = [threading.Thread(target=meet) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
try: semaphore.release()
except ValueError as error: print(error)
'''
    assert printed(engine, text) == ['True', 'Semaphore released too many times']
    assert ways(engine, text) == {'completed'}


def test_time_is_virtual_and_a_sleep_orders_nothing(engine):
    text = '''
import threading, time
def late():
    time.sleep(1000)
    print('late')
t = threading.Thread(target=late)
t.start()
time.sleep(1)
print('early')
t.join()
print(time.monotonic() > 1000)
'''
    assert printed(engine, text) == ['early', 'late', 'True']
    playing = engine(text)
    firsts = {playing.play(f'random:{seed}')['lines'][0][3] for seed in range(50)}
    assert firsts == {'early', 'late'}


def test_a_pool_of_threads(engine):
    text = '''
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(pow, 2, n) for n in range(4)]
    print(sorted(future.result() for future in as_completed(futures)))
    print(list(pool.map(str, [1, 2])))
'''
    assert printed(engine, text) == ['[1, 2, 4, 8]', "['1', '2']"]
    assert ways(engine, text) == {'completed'}


def test_a_pool_whose_task_waits_for_another(engine):
    result = told(engine, '''
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
def outer(): return pool.submit(int).result()
pool.submit(outer).result()
''')
    assert result['ending'] == 'deadlock', result


def test_threads_of_the_lowest_kind(engine):
    assert printed(engine, '''
import _thread
lock = _thread.allocate_lock()
lock.acquire()
_thread.start_new_thread(lock.release, ())
lock.acquire()
print('released')
''') == ['released']


def test_variables_of_each_thread(engine):
    assert printed(engine, '''
import threading
own = threading.local()
own.x = 1
def other(): print(hasattr(own, 'x'))
t = threading.Thread(target=other)
t.start()
t.join()
print(own.x)
''') == ['False', '1']


def test_daemons_end_with_the_script(engine):
    result = told(engine, '''
import threading, time
def forever():
    try:
        while True: time.sleep(1)
    finally: print('never')
threading.Thread(target=forever, daemon=True).start()
print('main')
''')
    assert result['ending'] == 'completed'
    assert [line[3] for line in result['lines']] == ['main']


def test_a_thread_that_catches_everything_ends_too(engine):
    playing = engine('''
import threading
lock = threading.Lock()
lock.acquire()
def stubborn():
    while True:
        try: lock.acquire()
        except BaseException: pass
threading.Thread(target=stubborn).start()
''')
    for _ in range(3):
        assert playing.play('stay')['ending'] == 'deadlock'


def test_an_exception_in_a_thread(engine):
    result = told(engine, '''
import threading
def work(): raise ValueError('no')
t = threading.Thread(target=work, name='worker')
t.start()
t.join()
print('on')
''')
    assert result['ending'] == 'exception'
    assert result['message'] == 'uncaught in thread worker at script.py:3: ValueError: no'
    assert [line[3] for line in result['lines']] == ['on']


def test_a_hook_for_exceptions(engine):
    assert printed(engine, '''
import threading
threading.excepthook = lambda told: print(told.exc_type.__name__, told.thread.name)
t = threading.Thread(target=lambda: 1 / 0, name='worker')
t.start()
t.join()
''') == ['ZeroDivisionError worker']


def test_exits(engine):
    assert told(engine, 'import sys\nsys.exit(3)')['status'] == 3
    assert told(engine, 'import sys\nsys.exit(3)')['ending'] == 'exited'
    assert told(engine, 'import sys\nsys.exit()')['ending'] == 'completed'
    result = told(engine, '''
import os, threading
def leave(): os._exit(5)
t = threading.Thread(target=leave)
t.start()
t.join()
''')
    assert (result['ending'], result['status']) == ('exited', 5)
    assert printed(engine, 'import atexit\natexit.register(print, "last")\nprint("first")') == [
        'first', 'last']


def test_what_cannot_be_scheduled_is_refused_by_name(engine):
    for text, named in (
            ('import multiprocessing', 'processes (multiprocessing)'),
            ('import subprocess', 'other programs (subprocess)'),
            ('import socket', 'sockets (socket)'),
            ('import signal', 'signals (signal)'),
            ('import os\nos.system("true")', 'other processes (os.system)'),
            ('from concurrent.futures import ProcessPoolExecutor',
             'processes (concurrent.futures.process)')):
        result = told(engine, text)
        assert (result['ending'], result['message']) == ('refused', named), result


def test_input_and_output_are_told(engine):
    result = told(engine, f'with open({__file__!r}) as file: print(len(file.read()) > 0)')
    assert result['ending'] == 'completed' and result['io'] is True
    assert 'io' not in told(engine, 'print(1)')


def test_asyncio_in_virtual_time(engine):
    assert printed(engine, '''
import asyncio
async def child(n):
    await asyncio.sleep(n)
    print('child', n)
    return n
async def main():
    print(await asyncio.gather(child(200), child(100)))
    queue, lock = asyncio.Queue(), asyncio.Lock()
    async with lock: await queue.put('item')
    print(await queue.get(), await asyncio.to_thread(len, 'abc'))
    try: await asyncio.wait_for(asyncio.sleep(1000), 1)
    except asyncio.TimeoutError: print('timeout', asyncio.current_task().get_name())
asyncio.run(main())
''') == ['child 100', 'child 200', '[200, 100]', 'item 3', 'timeout Task-1']


def test_asyncio_that_waits_for_nothing(engine):
    result = told(engine, '''
import asyncio
async def main(): await asyncio.Event().wait()
asyncio.run(main())
''')
    assert result['ending'] == 'deadlock'
    assert result['waits'][0][1] == 'waits for work for its event loop', result['waits']
