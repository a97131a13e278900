# Main waits for both threads.
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
second.join()
print('sum:', parts[0] + parts[1])
