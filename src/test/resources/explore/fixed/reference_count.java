// Counting and checking are one step, so exactly one user is the last.

final AtomicInteger users = new AtomicInteger(2);
final AtomicInteger closed = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::leave);
  Thread second = Thread.ofPlatform().start(this::leave);
  first.join();
  second.join();
  IO.println("closed: " + closed.get());
}

void leave() {
  if (users.decrementAndGet() == 0) {
    closed.incrementAndGet();
  }
}
