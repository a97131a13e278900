# Main waits for the other thread before it closes the pool.
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
sent = []


def send(letter):
    sent.append(letter)


def last_letter():
    pool.submit(send, 'b')


writer = threading.Thread(target=last_letter)
writer.start()
pool.submit(send, 'a')
writer.join()
pool.shutdown()
print('sent:', len(sent))
