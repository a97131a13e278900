import queue

last, least, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    last.put(n)
    least.put((n, str(n)))
    simple.put(n)
print([last.get() for _ in range(3)])
print([least.get() for _ in range(3)])
print([simple.get() for _ in range(3)])
small = queue.Queue(1)
small.put('one')
for action in (lambda: small.put('two', timeout=0.01), lambda: small.put_nowait(2),
               simple.get_nowait, lambda: simple.get(timeout=0.01)):
    try:
        action()
    except (queue.Full, queue.Empty) as error:
        print(type(error).__name__)
try:
    small.task_done()
    small.task_done()
except ValueError as error:
    print(error)
