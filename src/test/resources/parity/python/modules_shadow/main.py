import queue

print(queue.mine)
