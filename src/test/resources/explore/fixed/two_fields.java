// Both variables change, and are read, under one lock.

int total = 10;
int count = 1;
int average;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> add(10));
  Thread second = Thread.ofPlatform().start(this::look);
  first.join();
  second.join();
  IO.println("average: " + average);
}

synchronized void add(int value) {
  total += value;
  count += 1;
}

synchronized void look() {
  average = total / count;
}
