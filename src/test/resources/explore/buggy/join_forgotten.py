# Main waits for the first thread only, and may add up before the second one has written.
import threading

parts = [0, 0]


def counted(number):
    return number


def count(place, number):
    parts[place] = counted(number)


first = threading.Thread(target=count, args=(0, 3))
second = threading.Thread(target=count, args=(1, 4))
second.start()
first.start()
first.join()
print('sum:', parts[0] + parts[1])
