// The average is taken between the two writes of another thread.

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

void add(int value) {
  total += value;
  count += 1;
}

void look() {
  average = total / count;
}
