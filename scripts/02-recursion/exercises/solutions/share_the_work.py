# Three threads read twelve pages, a third of them each.
import threading
from time import sleep

readers = set()


def words_on(page):
    readers.add(threading.current_thread())
    sleep(0.1)
    return 10 * page


def read(pages, counts):
    for page in pages:
        counts.append(words_on(page))


pages = list(range(1, 13))
counts = []
threads = [threading.Thread(target=read, args=(pages[n::3], counts)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('words:', sum(counts))
print('readers:', len(readers))
