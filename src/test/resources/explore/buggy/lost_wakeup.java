// The consumer looks, then waits. What is said in between wakes nobody, and is not said again.

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
  cooked = true;
  synchronized (bell) {
    bell.notify();
  }
}

void eat() {
  if (!cooked) {
    synchronized (bell) {
      try {
        bell.wait();
      } catch (InterruptedException e) {
        IO.println("interrupted");
      }
    }
  }
}
