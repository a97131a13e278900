class Tree {
  Node node = new Node();
}

class Node {}
