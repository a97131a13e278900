// The consumer looks while it holds the lock that the producer needs.

volatile boolean cooked;
final Object bell = new Object();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::cook);
  Thread second = Thread.ofPlatform().start(this::eat);
  first.join();
  second.join();
  IO.println("all done");
}

void cook() {
  synchronized (bell) {
    cooked = true;
    bell.notify();
  }
}

void eat() {
  synchronized (bell) {
    try {
      while (!cooked) {
        bell.wait();
      }
    } catch (InterruptedException e) {
      IO.println("interrupted");
    }
  }
}
