// The lower value is written after the higher one, by a check that is no longer true.

int highest;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> measure(7));
  Thread second = Thread.ofPlatform().start(() -> measure(9));
  first.join();
  second.join();
  IO.println("highest: " + highest);
}

void measure(int value) {
  if (value > highest) {
    highest = value;
  }
}
