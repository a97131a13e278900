// Two orders get the same number.

int nextId = 1;
final String[] orders = new String[2];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> order(0));
  Thread second = Thread.ofPlatform().start(() -> order(1));
  first.join();
  second.join();
  IO.println("different numbers: " + new HashSet<>(List.of(orders)).size());
}

void order(int place) {
  orders[place] = "order " + nextId++;
}
