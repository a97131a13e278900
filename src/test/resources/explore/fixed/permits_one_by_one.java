// A lock lets one thread collect its permits at a time (Java: both are taken in one call).

final Semaphore hands = new Semaphore(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::carry);
  Thread second = Thread.ofPlatform().start(this::carry);
  first.join();
  second.join();
  IO.println("all done");
}

void carry() {
  hands.acquireUninterruptibly(2);
  hands.release(2);
}
