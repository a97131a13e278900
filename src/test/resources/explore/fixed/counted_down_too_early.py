# The worker stores its result first.
import threading

done = threading.Semaphore(0)
found = [0, 0]


def search(number):
    return number * 10


def work(place):
    found[place] = search(place + 1)
    done.release()


for place in range(2):
    threading.Thread(target=work, args=(place,)).start()
for _ in range(2):
    done.acquire()
print('found:', found[0] + found[1])
