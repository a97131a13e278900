# A progress bar on stderr while a loop sleeps 100 times 0.1 s. Takes 10 s.
# Run it: python3 python-originals/05-futures/progress_bar.py

# %% notebook cell 2
from time import sleep, ctime

# %% ours: where tqdm is not installed, a small stand-in takes its place
try:
    import tqdm
except ImportError:
    import sys
    import types

    def bar(items):
        print('tqdm is not installed: this bar is a stand-in for it', file=sys.stderr)
        for done, item in enumerate(items):
            print(f'\r{done}/{len(items)}', end='', file=sys.stderr, flush=True)
            yield item
        print(f'\r{len(items)}/{len(items)}', file=sys.stderr)

    sys.modules['tqdm'] = types.ModuleType('tqdm')
    sys.modules['tqdm'].tqdm = bar

# %% notebook cell 31
from tqdm import tqdm
for i in tqdm(range(100)):
    sleep(0.1)

# %% ours: the bar is on stderr; this line is for stdout
print('all', i + 1, 'steps DONE')
