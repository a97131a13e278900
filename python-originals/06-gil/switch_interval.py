# Two busy threads pass the GIL to and fro. sys.setswitchinterval() says how soon one has to let go
# of it; CPython obeys, GraalPy stores the number and goes on changing threads every 50 ms or so.
# Run it: python3 python-originals/06-gil/switch_interval.py

# %% ours: the notebook says that threads take turns; this counts the turns
import sys
import threading
from time import monotonic, thread_time

SECONDS = 1.5


def spin(me, end, turns, busy):
    while monotonic() < end:
        if turns[-1] != me:
            turns.append(me)
    busy.append(thread_time())


def play(interval):
    sys.setswitchinterval(interval)
    turns, busy = [0], []
    end = monotonic() + SECONDS
    threads = [threading.Thread(target=spin, args=(n, end, turns, busy)) for n in (1, 2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    count = len(turns) - 1
    every = 1000 * SECONDS / max(1, count)
    print(f'switch interval {sys.getswitchinterval():.3f} s: {count} turns, one every {every:.0f} ms')
    print(f'both threads together computed for {sum(busy):.1f} s')
    return count


print(f'switch interval unless it is set: {sys.getswitchinterval():.3f} s')
often = play(0.005)
seldom = play(0.1)
if often > 3 * seldom + 30:  # 300 turns and 15 in CPython; a few, by chance, in GraalPy
    print('the switch interval made a difference')
else:
    print('the switch interval made no difference')
