import threading, time

def work(n):
    print('thread', n, 'begins')
    time.sleep(0.5)
    print('thread', n, 'ends')

threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('all done')
