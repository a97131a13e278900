// Each philosopher has the left fork and waits for the right one.

final Object[] forks = {new Object(), new Object(), new Object()};
final int[] meals = new int[3];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> eat(0, 0, 1));
  Thread second = Thread.ofPlatform().start(() -> eat(1, 1, 2));
  Thread third = Thread.ofPlatform().start(() -> eat(2, 2, 0));
  first.join();
  second.join();
  third.join();
  IO.println("meals: " + (meals[0] + meals[1] + meals[2]));
}

void eat(int me, int left, int right) {
  synchronized (forks[left]) {
    synchronized (forks[right]) {
      meals[me]++;
    }
  }
}
