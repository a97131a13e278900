// Two users leave at the same time: the file is closed never, or twice.

int users = 2;
final AtomicInteger closed = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::leave);
  Thread second = Thread.ofPlatform().start(this::leave);
  first.join();
  second.join();
  IO.println("closed: " + closed.get());
}

void leave() {
  users = users - 1;
  if (users == 0) {
    closed.incrementAndGet();
  }
}
