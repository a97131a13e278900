# Somebody writes a note and a report, and somebody waits for each.
import threading
from time import sleep


def write(what, seconds):
    sleep(seconds)
    print(f'{what}: written')


for what, seconds in [('note', 0.1), ('report', 2)]:
    thread = threading.Thread(target=write, args=(what, seconds))
    thread.start()
    thread.join()
    if thread.is_alive():
        print(f'main: no {what} yet, so lunch first')
    else:
        print(f'main: the {what} is there')
