import threading, time

def work(n):
    print(n, 'begins')
    time.sleep(0.2)
    print(n, 'ends')

threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('both ended at', time.strftime('%H:%M:%S'))
