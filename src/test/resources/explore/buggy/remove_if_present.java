// Both threads find the ticket, and the second one to remove it gets an exception.

final Map<String, Integer> tickets = new ConcurrentHashMap<>(Map.of("row 1", 30));
final int[] earned = new int[2];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> sell(0));
  Thread second = Thread.ofPlatform().start(() -> sell(1));
  first.join();
  second.join();
  IO.println("earned: " + (earned[0] + earned[1]));
}

void sell(int number) {
  if (tickets.containsKey("row 1")) {
    earned[number] = tickets.remove("row 1");
  }
}
