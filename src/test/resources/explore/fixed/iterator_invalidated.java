// Reading the list and adding to it exclude each other.

final Map<String, Integer> guests = new HashMap<>(Map.of("ann", 1, "bob", 2));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::greetAll);
  Thread second = Thread.ofPlatform().start(this::arrive);
  first.join();
  second.join();
  IO.println("guests: " + guests.size());
}

synchronized void greetAll() {
  for (String name : guests.keySet()) {
    greet(name);
  }
}

String greet(String name) {
  return "hello " + name;
}

synchronized void arrive() {
  guests.put("cy", 3);
}
