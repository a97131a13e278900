# Three tasks, whose results come as soon as they are there.
from concurrent.futures import ThreadPoolExecutor, as_completed
from time import sleep


def task(name, seconds):
    sleep(seconds)
    return name


with ThreadPoolExecutor(3) as executor:
    tasks = [('slow', 0.9), ('medium', 0.6), ('quick', 0.3)]
    futures = [executor.submit(task, *arguments) for arguments in tasks]
    for future in as_completed(futures):
        print(future.result(), 'is done')
