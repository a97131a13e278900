# One thread has the printer and waits for the scanner, the other one the other way round.
import threading

printer = threading.Semaphore(1)
scanner = threading.Semaphore(1)


def warm_up():
    return 'warm'


def copy():
    printer.acquire()
    warm_up()
    scanner.acquire()
    scanner.release()
    printer.release()


def fax():
    scanner.acquire()
    warm_up()
    printer.acquire()
    printer.release()
    scanner.release()


threads = [threading.Thread(target=copy), threading.Thread(target=fax)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
