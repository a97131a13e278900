import java.util.ArrayList;
import java.util.List;

class Tree {
  record Node(int n) {}

  private final List<Node> nodes = new ArrayList<>();

  Tree add(int n) {
    nodes.add(new Node(n));
    return this;
  }

  @Override
  public String toString() {
    Runnable sort = () -> nodes.sort((a, b) -> a.n() - b.n());
    sort.run();
    return nodes.toString();
  }
}
