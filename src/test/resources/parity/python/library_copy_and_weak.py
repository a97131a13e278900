import copy
import gc
import pickle
import weakref


class Node:
    def __init__(self, name):
        self.name, self.next = name, None

    def __reduce__(self):
        return Node, (self.name,)


node = Node('n')
node.next = [1, [2]]
shallow, deep = copy.copy(node.next), copy.deepcopy(node.next)
print(shallow[1] is node.next[1], deep[1] is node.next[1], pickle.loads(pickle.dumps(node)).name)
reference = weakref.ref(node)
print(reference() is node, weakref.WeakValueDictionary(a=node)['a'].name, gc.isenabled())
print(pickle.loads(pickle.dumps({'a': (1, 2.5, None, b'x', {3})})))
