// Both threads copy the same list: the entry of the first one to write back is lost.

volatile List<String> names = List.of();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> register("ann"));
  Thread second = Thread.ofPlatform().start(() -> register("bob"));
  first.join();
  second.join();
  IO.println("names: " + names.size());
}

void register(String name) {
  var copy = new ArrayList<>(names);
  copy.add(name);
  names = copy;
}
