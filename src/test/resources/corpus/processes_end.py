# expect: completed
# prints: ^terminated -15$
# prints: ^left 7 9$
# prints: ^inside 3$
# never: Error
import gc
import multiprocessing as mp
import os
import threading


def forever(begun):
    begun.set()
    mp.Event().wait()


def leave(status):
    try:
        os._exit(status)
    finally:
        print('Error: this is not left')


def leave_in_thread(status):
    threading.Thread(target=os._exit, args=(status,)).start()
    mp.Event().wait()


def started(target, *args):
    process = mp.Process(target=target, args=args)
    process.start()
    return process


def start_another(results):
    process = started(leave, 3)
    process.join()
    results.put(process.exitcode)


if __name__ == '__main__':
    begun = mp.Event()
    process = started(forever, begun)
    begun.wait()
    gc.collect()
    process.terminate()
    process.join()
    print('terminated', process.exitcode)
    processes = [started(leave, 7), started(leave_in_thread, 9)]
    for process in processes:
        process.join()
    print('left', *[process.exitcode for process in processes])
    results = mp.Queue()
    started(start_another, results)
    print('inside', results.get())
