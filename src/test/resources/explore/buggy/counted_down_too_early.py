# The worker says that it is done, then stores what it has found: main may look in between.
import threading

done = threading.Semaphore(0)
found = [0, 0]


def search(number):
    return number * 10


def work(place):
    done.release()
    found[place] = search(place + 1)


for place in range(2):
    threading.Thread(target=work, args=(place,)).start()
for _ in range(2):
    done.acquire()
print('found:', found[0] + found[1])
