// Removing tells whether the ticket was there.

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
  Integer price = tickets.remove("row 1");
  earned[number] = price == null ? 0 : price;
}
