// The value has changed in between, so it is not set, and nobody looks: an update is lost.

final AtomicInteger votes = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::vote);
  Thread second = Thread.ofPlatform().start(this::vote);
  first.join();
  second.join();
  IO.println("votes: " + votes.get());
}

void vote() {
  int seen = votes.get();
  votes.compareAndSet(seen, seen + 1);
}
