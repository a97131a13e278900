// Looking up and putting are one step.

final Map<String, Object> connections = new ConcurrentHashMap<>();
final Object[] used = new Object[2];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> work(0));
  Thread second = Thread.ofPlatform().start(() -> work(1));
  first.join();
  second.join();
  IO.println("connections used: " + (used[0] == used[1] ? 1 : 2));
}

void work(int number) {
  used[number] = connection("database");
}

Object connection(String name) {
  return connections.computeIfAbsent(name, missing -> new Object());
}
