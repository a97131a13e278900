# What each thread does is known: the main thread joins, and the others do as they are called.
import os
import threading
import time

lock = threading.Lock()
held = threading.Event()
source, drain = os.pipe()


def sleeping():
    time.sleep(0.8)
    os.write(drain, b'!')


def reading():
    os.read(source, 1)


def holding():
    with lock:
        held.set()
        time.sleep(0.8)


def locked():
    held.wait()
    with lock:
        pass


def waiting():
    threading.Event().wait(0.8)


def all_at_once(*tasks):
    threads = [threading.Thread(target=task, name=task.__name__) for task in tasks]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def computing():
    end = time.thread_time() + 0.8
    while time.thread_time() < end:
        sum(range(1_000))


all_at_once(sleeping, reading, holding, locked, waiting)
all_at_once(computing)
