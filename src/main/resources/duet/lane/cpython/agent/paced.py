"""`--speed` in a process that multiprocessing starts anew, and in the waits of multiprocessing."""

import _queue
import _thread
import threading
import time


def changes(pace, in_place_of):
    """What is to be changed of which module of multiprocessing."""
    def of_connection(connection):
        plain = connection.wait

        def wait(object_list, timeout=None):
            return plain(object_list, pace.scaled(timeout))

        connection.wait = in_place_of(plain, wait)

    def of_synchronize(synchronize):
        plain = synchronize.SemLock._make_methods

        def make_methods(self):
            plain(self)
            acquire = self._semlock.acquire
            self.acquire = lambda block=True, timeout=None: acquire(block, pace.scaled(timeout))

        synchronize.SemLock._make_methods = in_place_of(plain, make_methods)

    return {'multiprocessing.connection': of_connection,
            'multiprocessing.synchronize': of_synchronize}


class Nothing:
    """Signals interrupt a sleep anyway."""

    is_heard = False


def quicken(load, factor, own_id):
    """Divides sleeps and timed waits of this process, as in the script's own one. Returns what is
    to be changed of modules that are imported later."""
    in_place_of = load('guise').in_place_of
    pace = load('pace').Pace()
    waiting = noted, pace, in_place_of
    time.sleep = load('sleep').make_sleep(time.sleep, Nothing, *waiting)
    Lock, RLock = load('locks').make_locks(*waiting, own_id)
    threading.Lock, threading.RLock = Lock, RLock
    _thread.allocate_lock = _thread.allocate = _thread.LockType = Lock
    _thread.RLock = RLock
    load('waiting').install(threading, *waiting)
    _queue.SimpleQueue = load('queues').make_queue(*waiting)
    pace.set(factor, threading)
    return changes(pace, in_place_of)


def noted(wait, call, *arguments):
    """What a child process waits for, nobody asks."""
    return call(*arguments)
