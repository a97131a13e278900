import logging
import threading

logging.basicConfig(level=logging.INFO, format='%(levelname)s %(threadName)s %(message)s')

def work(n):
    logging.info('step %d', n)

for n in range(3):
    thread = threading.Thread(target=work, args=(n,), name=f'worker-{n}')
    thread.start()
    thread.join()
logging.debug('not shown')
logging.warning('done')
try:
    1 / 0
except ZeroDivisionError:
    logging.exception('failed')
