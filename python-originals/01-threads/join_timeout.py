# join(timeout) stops waiting after a while; the thread it waited for goes on.
# Run it: python3 python-originals/01-threads/join_timeout.py

# %% notebook cell 1
import threading

# %% notebook cell 2
from time import sleep, ctime

# %% notebook cell 4
def loop(nloop, nsec):
    print('start loop{} at: {}'.format(nloop, ctime()))
    sleep(nsec)
    print('loop{} done at: {}'.format(nloop, ctime()))

# %% ours: the notebook describes join(timeout) and has no code for it
def main():
    thread = threading.Thread(target=loop, args=(0, 2))
    thread.start()
    for _ in range(2):
        thread.join(1.2)  # always returns None, so is_alive() has to tell what happened
        state = 'still running' if thread.is_alive() else 'over'
        print('joined for up to 1.2 s: loop0 is', state)
    print('all DONE at: {}'.format(ctime()))


main()
