# The top is the same node again, but the node below it is no longer free: it is handed out twice.
import threading


class Node:
    def __init__(self, name, below):
        self.name = name
        self.below = below


top = Node('a', Node('b', Node('c', None)))
lock = threading.Lock()
kept = []


def compare_and_set(old, new):
    global top
    with lock:
        if top is not old:
            return False
        top = new
        return True


def push(node):
    while True:
        node.below = top
        if compare_and_set(node.below, node):
            return


def pop():
    while True:
        node = top
        if compare_and_set(node, node.below):
            return node


def take_one():
    kept.append(pop())


def take_two_return_one():
    node = pop()
    kept.append(pop())
    push(node)


threads = [threading.Thread(target=take_one), threading.Thread(target=take_two_return_one)]
for t in threads:
    t.start()
for t in threads:
    t.join()
nodes = len(kept)
while top is not None:
    nodes, top = nodes + 1, top.below
print('nodes:', nodes)
