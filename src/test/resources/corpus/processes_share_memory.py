# expect: completed
# prints: ^<Synchronized wrapper for c_int\(40\)>$
# prints: ^\[0, 1, 4, 9\] 4 \[4, 9\]$
# prints: ^1\.5 b'hello' b'hello\\x00\\x00\\x00' -1$
# prints: ^only as wide as it is: 44$
# never: Error
import multiprocessing as mp
from multiprocessing.sharedctypes import RawArray, RawValue


def add(counter, squares, word, number):
    for _ in range(10):
        with counter.get_lock():
            counter.value += 1
    for i in range(len(squares)):
        squares[i] = i * i
    word.value = b'hello'
    number.value = 1.5


if __name__ == '__main__':
    counter, squares = mp.Value('i', 0), mp.Array('l', 4)
    word, number = mp.Array('c', b'\0' * 8), RawValue('d')
    processes = [
        mp.Process(target=add, args=(counter, squares, word, number)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter)
    print(list(squares), len(squares), squares[-2:])
    print(number.value, word.value, word.raw, RawArray('b', [255])[0])
    print('only as wide as it is:', mp.Value('B', 300, lock=False).value)
