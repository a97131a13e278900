# expect: completed
# prints: ^\{'a': 1\} back$
# prints: ^3 True$
import os
import sys
from multiprocessing import Pipe, Process


def answer(end):
    message = end.recv()
    end.send((f'{message} back', os.getpid()))
    sys.exit(3)


if __name__ == '__main__':
    here, there = Pipe()
    process = Process(target=answer, args=(there,))
    process.start()
    here.send({'a': 1})
    text, pid = here.recv()
    print(text)
    process.join()
    print(process.exitcode, pid == process.pid != os.getpid())
