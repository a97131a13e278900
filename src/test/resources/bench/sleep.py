import threading, time

def sleeper(offset):
    time.sleep(offset)  # so that the threads do not wait for each other's GIL
    for _ in range(20):
        print('before')
        time.sleep(1)
        print('after')

threads = [threading.Thread(target=sleeper, args=(i / 10,)) for i in range(10)]
for t in threads: t.start()
for t in threads: t.join()
