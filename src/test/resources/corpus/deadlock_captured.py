# expect: failed
# message: ^deadlock: each of these threads waits for the next one
# message: one +waited .* for Lock forks\[1\] at deadlock_captured\.py:\d+, held by two
# message: two +waited .* for Lock forks\[0\] at deadlock_captured\.py:\d+, held by one
from threading import Barrier, Lock, Thread


def main():
    forks = [Lock(), Lock()]
    both = Barrier(2)

    def eat(first, second):
        with forks[first]:
            both.wait()
            with forks[second]:
                print('never')

    Thread(target=eat, args=(0, 1), name='one').start()
    Thread(target=eat, args=(1, 0), name='two').start()


main()
