# Three tasks, one of which goes wrong. Whoever asks its future is told.
from concurrent.futures import ThreadPoolExecutor


def measure(number):
    if number == 2:
        raise ValueError('no data')
    return 10 * number


with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(measure, number) for number in (1, 2, 3)]
for number, future in enumerate(futures, start=1):
    try:
        print(f'task {number}: {future.result()}')
    except ValueError as error:
        print(f'task {number}: failed: {error}')
print('all DONE')
