import threading, time

def sleeper():
    for _ in range(20):
        print('before')
        time.sleep(1)
        print('after')

threads = [threading.Thread(target=sleeper) for _ in range(10)]
for t in threads: t.start()
for t in threads: t.join()
