// Comparing and writing happen under one lock.

int highest;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> measure(7));
  Thread second = Thread.ofPlatform().start(() -> measure(9));
  first.join();
  second.join();
  IO.println("highest: " + highest);
}

synchronized void measure(int value) {
  if (value > highest) {
    highest = value;
  }
}
