# Three tasks, whose results come in the order of the calls.
from concurrent.futures import ThreadPoolExecutor
from time import sleep


def task(name, seconds):
    sleep(seconds)
    return name


with ThreadPoolExecutor(3) as executor:
    for name in executor.map(task, ['slow', 'medium', 'quick'], [0.9, 0.6, 0.3]):
        print(name, 'is done')
