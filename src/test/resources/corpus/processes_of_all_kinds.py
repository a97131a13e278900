# expect: completed
# prints: ^child 1 True$
# prints: ^\[0, 1, 4\]$
# prints: ^\{'a': 1\} back$
# prints: ^\[0, 1, 4, 9\]$
# never: Error
# prints: ^3 \{'key': 'value'\}$
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def show(number, pid):
    print('child', number, os.getppid() == pid != os.getpid())


def answer(end):
    message = end.recv()
    end.send(f'{message} back')


def leave(pairs):
    pairs['key'] = 'value'
    raise SystemExit(3)


if __name__ == '__main__':
    mp.set_start_method('spawn')
    one = mp.Process(target=show, args=(1, os.getpid()))
    one.start()
    one.join()
    with mp.Pool(2) as pool:
        print(pool.map(square, range(3)))
    kept = mp.Pool(2)
    kept.close()
    kept.join()
    here, there = mp.Pipe()
    two = mp.Process(target=answer, args=(there,))
    two.start()
    here.send({'a': 1})
    print(here.recv())
    two.join()
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(4))))
    with mp.Manager() as manager:
        shared = manager.dict()
        three = mp.Process(target=leave, args=(shared,))
        three.start()
        three.join()
        print(three.exitcode, shared)
