import _thread


class Pace:
    @staticmethod
    def scaled(timeout):
        return timeout if timeout is None or timeout <= 0 else timeout / 1000


def classes(load):
    """Lock, RLock, and the waits that were noted."""
    waits = []

    def noted(wait, call, *arguments):
        waits.append((wait[0], wait[1], wait[2].f_code.co_name, wait[3]))
        return call(*arguments)

    made = load('locks').make_locks(noted, Pace, load('guise').in_place_of)
    return *made, waits


def in_thread(work):
    """What `work` returns on another thread, and its ident."""
    done, results = _thread.allocate_lock(), []
    done.acquire()

    def run():
        try:
            results.append(work())
        finally:
            done.release()

    ident = _thread.start_new_thread(run, ())
    done.acquire()
    return results[0], ident


def test_a_free_lock_is_taken_without_a_wait(load):
    *made, waits = classes(load)
    for make in made:
        lock = make()
        assert lock.acquire() is True
        assert lock._holder == _thread.get_ident()
        lock.release()
        with lock:
            pass
    assert waits == []


def test_a_lock_that_is_held_is_waited_for(load):
    *made, waits = classes(load)
    for make in made:
        lock = make()
        _, holder = in_thread(lock.acquire)
        assert lock.acquire(timeout=2) is False
        assert waits.pop() == ('lock', lock, 'test_a_lock_that_is_held_is_waited_for', True)
        assert lock._holder == holder


def test_locks_look_as_in_cpython(load):
    lock, rlock = (make() for make in classes(load)[:2])
    at = f'at {id(lock):#x}>'
    assert repr(lock) == f'<unlocked _thread.lock object {at}'
    with lock:
        assert repr(lock) == f'<locked _thread.lock object {at}'
    at = f'at {id(rlock):#x}>'
    assert repr(rlock) == f'<unlocked _thread.RLock object owner=0 count=0 {at}'
    with rlock, rlock:
        owner = _thread.get_ident()
        assert repr(rlock) == f'<locked _thread.RLock object owner={owner} count=2 {at}'
    for one, called in ((lock, 'lock'), (rlock, 'RLock')):
        try:
            one.__reduce_ex__(4)
        except TypeError as error:
            assert str(error) == f"cannot pickle '_thread.{called}' object"
        else:
            assert False


def test_nobody_waits_who_does_not_want_to(load):
    *made, waits = classes(load)
    for make in made:
        lock = make()
        in_thread(lock.acquire)
        assert lock.acquire(False) is False
    assert waits == []


def test_a_lock_that_is_free_cannot_be_released(load):
    lock = classes(load)[0]()
    for _ in range(2):
        try:
            lock.release()
        except RuntimeError as error:
            assert str(error) == 'release unlocked lock'
        else:
            assert False
    assert lock.acquire() and not lock.acquire(False)


def test_a_lock_may_be_released_by_another_thread(load):
    lock = classes(load)[0]()
    lock.acquire()
    in_thread(lock.release)
    assert not lock.locked() and lock._holder == 0
    _, holder = in_thread(lock.acquire)
    assert lock._holder == holder


def test_nobody_holds_a_lock_that_was_released(load):
    *made, _ = classes(load)
    for make in made:
        lock = make()
        for _ in range(2):
            lock.acquire()
            lock.release()
            assert lock._holder == 0
            with lock:
                assert lock._holder == _thread.get_ident()
            assert lock._holder == 0


def test_who_fails_to_take_a_lock_does_not_hold_it(load):
    *made, _ = classes(load)
    for make in made:
        lock = make()
        lock.acquire()
        assert in_thread(lambda: lock.acquire(False))[0] is False
        assert in_thread(lambda: lock.acquire(timeout=1))[0] is False
        assert lock._holder == _thread.get_ident()


def test_who_may_not_release_an_rlock_leaves_its_holder(load):
    lock = classes(load)[1]()
    lock.acquire()

    def release():
        try:
            lock.release()
        except RuntimeError as error:
            return str(error)

    assert 'un-acquired' in in_thread(release)[0]
    assert lock._holder == _thread.get_ident()
    lock.release()
    assert lock._holder == 0


def test_nobody_holds_what_a_condition_has_released(load):
    lock = classes(load)[1]()
    with lock, lock:
        state = lock._release_save()
        assert lock._holder == 0
        lock._acquire_restore(state)
        assert lock._holder == _thread.get_ident()
    assert lock._holder == 0 and in_thread(lambda: lock.acquire(False))[0] is True


def test_a_condition_waits_for_the_rlock_that_it_takes_back(load):
    _, make, waits = classes(load)
    lock = make()
    lock.acquire()
    lock._acquire_restore(lock._release_save())
    assert [(wait[0], wait[1], wait[3]) for wait in waits] == [('lock', lock, False)]


def test_an_rlock_is_taken_twice_and_released_twice(load):
    lock = classes(load)[1]()
    with lock:
        with lock:
            pass
        assert lock._holder == _thread.get_ident()
        assert in_thread(lambda: lock.acquire(False))[0] is False
    assert in_thread(lambda: lock.acquire(False))[0] is True


def test_an_rlock_that_a_condition_gives_back_has_its_holder_again(load):
    lock = classes(load)[1]()
    lock.acquire()
    state = lock._release_save()
    in_thread(lambda: (lock.acquire(), lock.release()))
    lock._acquire_restore(state)
    assert lock._holder == _thread.get_ident()


def test_they_look_like_what_they_replace(load):
    make_lock, make_rlock, _ = classes(load)
    assert repr(make_lock) == repr(type(_thread.allocate_lock())) == "<class '_thread.LockType'>"
    assert repr(make_rlock) == "<class '_thread.RLock'>"
    assert repr(make_lock()).startswith('<unlocked ')
