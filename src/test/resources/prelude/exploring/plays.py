"""Plays some schedules, and prints what happened: `python3 plays.py LOADER MODULES EXPLORING`."""

import sys

SCRIPT = '''
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
seen, items, changed = [], {}, threading.Condition()
def work(name):
    for letter in 'abc':
        seen.append(name + letter)
        items[letter] = items.get(letter, 0) + len(name)
    with changed: changed.notify_all()
threads = [threading.Thread(target=work, args=(n,)) for n in ('x', 'yy')]
for t in threads: t.start()
with changed: changed.wait(5)
with ThreadPoolExecutor(2) as pool:
    print([f.result() for f in as_completed([pool.submit(len, 'x' * n) for n in range(5)])])
for t in threads: t.join()
print(seen, items)
'''

if __name__ == '__main__':
    import installed
    load, exploring = installed.made_loaders(*sys.argv[1:])
    playing = installed.engine_of(load, exploring)(SCRIPT)
    for seed in range(100):
        for plan in f'random:{seed}', f'pct:{seed}:3:60':
            print(playing.play(plan, seed % 10 == 0))
