// Main waits for both threads.

final int[] parts = new int[2];

void main() throws InterruptedException {
  Thread second = Thread.ofPlatform().start(() -> count(1, 4));
  Thread first = Thread.ofPlatform().start(() -> count(0, 3));
  first.join();
  second.join();
  IO.println("sum: " + (parts[0] + parts[1]));
}

void count(int place, int number) {
  parts[place] = number;
}
