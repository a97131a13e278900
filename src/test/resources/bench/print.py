import threading, time

def chatter():
    for i in range(100000):
        print('a line of some length, number', i)

start = time.perf_counter()
threads = [threading.Thread(target=chatter) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
seconds = time.perf_counter() - start
import sys
sys.stderr.write('took %f\n' % seconds)
