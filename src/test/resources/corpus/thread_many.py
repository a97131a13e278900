# expect: completed
# prints: ^1000$
# timeout: 60s
import threading

done = []
threads = [threading.Thread(target=done.append, args=(i,)) for i in range(1000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(done))
