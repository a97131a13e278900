"""What a CPython lane starts: `python3 agent.py LANE`. Plays one script, and ends as `python3` would.
A Python that multiprocessing starts for a child of the script runs this file first, too.

Beside it are its modules, all in one file, and the function that loads them.
"""

import os
import sys

OLDEST = 3, 9


def loader(here):
    """The function that loads a module by its name."""
    if sys.implementation.name != 'cpython' or sys.version_info < OLDEST:
        sys.exit('This is {} {}.{}. Duet plays CPython from 3.9 on.'.format(
            sys.implementation.name, *sys.version_info[:2]))
    names = {}
    with open(os.path.join(here, 'loader.py'), encoding='utf-8') as file:
        exec(compile(file.read(), '<duet>', 'exec'), names)

    def load_all(modules, kept):
        with open(os.path.join(here, modules), encoding='utf-8') as file:
            kept = os.path.join(here, kept + sys.implementation.cache_tag)
            return names['make_loader'](file.read(), kept, True)  # it is no file of the script's

    load = load_all('modules', 'code-')
    load.exploring = lambda: load_all('exploring', 'exploring-')
    return load


def start(here):
    if __name__ != '__main__':
        load = loader(here)
        load('children').follow_here(load, __file__)
        return
    if sys.path and sys.path[0] == here:
        del sys.path[0]  # where a script's imports would find this file
    load = loader(here)
    load('player').Player(sys.argv[1], here, load).live()


start(os.path.dirname(os.path.abspath(__file__)))
