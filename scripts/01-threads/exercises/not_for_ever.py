# Somebody writes a report, and somebody waits for it.
import threading
from time import sleep


def report():
    sleep(2)
    print('report: written')


thread = threading.Thread(target=report)
thread.start()
thread.join()
if thread.is_alive():
    print('main: no report yet, so lunch first')
else:
    print('main: the report is there')
