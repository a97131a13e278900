// A guest comes in while the list is read: the iteration ends with an exception.

final Map<String, Integer> guests = new HashMap<>(Map.of("ann", 1, "bob", 2));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::greetAll);
  Thread second = Thread.ofPlatform().start(this::arrive);
  first.join();
  second.join();
  IO.println("guests: " + guests.size());
}

void greetAll() {
  for (String name : guests.keySet()) {
    greet(name);
  }
}

String greet(String name) {
  return "hello " + name;
}

void arrive() {
  guests.put("cy", 3);
}
