# Three tasks, one of which goes wrong. Nobody notices.
from concurrent.futures import ThreadPoolExecutor


def measure(number):
    if number == 2:
        raise ValueError('no data')
    return 10 * number


with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(measure, number) for number in (1, 2, 3)]
print('all DONE')
