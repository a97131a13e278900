# Main closes the pool while another thread still has a task for it.
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
pool.shutdown()
writer.join()
print('sent:', len(sent))
