# The same computing by one thread and by two, on a Python that has the GIL or a build without it.
# Run it: python3 python-originals/06-gil/no_gil.py
#         python3.14t python-originals/06-gil/no_gil.py

# %% ours: the notebook has nothing about Pythons without the GIL
import sys
import threading
from time import monotonic

LIMIT = 400_000


def count_primes(first, step):
    """How many of the numbers first, first + step, first + 2 * step … are primes."""
    primes = 0
    for n in range(first, LIMIT, step):
        primes += all(n % divisor for divisor in range(2, int(n**0.5) + 1))
    return primes


def play(count):
    found = [0] * count

    def work(part):  # odd numbers only, every count-th of them
        found[part] = count_primes(3 + 2 * part, 2 * count)

    threads = [threading.Thread(target=work, args=(part,)) for part in range(count)]
    begin = monotonic()
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return monotonic() - begin, 1 + sum(found)


# Before 3.13 nobody could ask: there was always a GIL.
has_gil = getattr(sys, '_is_gil_enabled', lambda: True)()
print('the GIL is', 'on' if has_gil else 'off')
play(2)  # unseen, so that what compiles while it runs has compiled it
alone, primes = play(1)
print(f'1 thread:  {primes} primes in {alone:.2f} s')
both, primes = play(2)
print(f'2 threads: {primes} primes in {both:.2f} s')
print(f'two threads are {alone / both:.1f} times as fast as one')
