// The top is the same node again, but the node below it is no longer free: it is handed out twice.

class Node {
  final String name;
  Node below;

  Node(String name, Node below) {
    this.name = name;
    this.below = below;
  }
}

final AtomicReference<Node> top =
    new AtomicReference<>(new Node("a", new Node("b", new Node("c", null))));
final Queue<Node> kept = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::takeOne);
  Thread second = Thread.ofPlatform().start(this::takeTwoReturnOne);
  first.join();
  second.join();
  int nodes = kept.size();
  for (Node node = top.get(); node != null; node = node.below) {
    nodes++;
  }
  IO.println("nodes: " + nodes);
}

void takeOne() {
  kept.add(pop());
}

void takeTwoReturnOne() {
  Node node = pop();
  kept.add(pop());
  push(node);
}

void push(Node node) {
  do {
    node.below = top.get();
  } while (!top.compareAndSet(node.below, node));
}

Node pop() {
  while (true) {
    Node node = top.get();
    if (top.compareAndSet(node, node.below)) {
      return node;
    }
  }
}
