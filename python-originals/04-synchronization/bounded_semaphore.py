# One release too many: a Semaphore grows by a seat, a BoundedSemaphore refuses.
# Run it: python3 python-originals/04-synchronization/bounded_semaphore.py

# %% ours: the notebook describes BoundedSemaphore and has no code for it
import threading


def free_seats(semaphore):
    seats = 0
    while semaphore.acquire(blocking=False):
        seats += 1
    return seats


def release_too_often(name, semaphore):
    semaphore.acquire()
    semaphore.release()
    try:
        semaphore.release()  # never acquired
        print(name, 'lets one release too many pass')
    except ValueError:
        print(name, 'calls one release too many an error')
    print(name, 'had 2 seats and has', free_seats(semaphore))


release_too_often('Semaphore', threading.Semaphore(2))
release_too_often('BoundedSemaphore', threading.BoundedSemaphore(2))
