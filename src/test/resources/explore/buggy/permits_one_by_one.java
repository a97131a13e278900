// Each thread needs two permits and takes them one by one: both have one and wait for a second.

final Semaphore hands = new Semaphore(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::carry);
  Thread second = Thread.ofPlatform().start(this::carry);
  first.join();
  second.join();
  IO.println("all done");
}

void carry() {
  hands.acquireUninterruptibly();
  hands.acquireUninterruptibly();
  hands.release(2);
}
