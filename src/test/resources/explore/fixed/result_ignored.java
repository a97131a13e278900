// Who does not set the value reads it again and tries once more.

final AtomicInteger votes = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::vote);
  Thread second = Thread.ofPlatform().start(this::vote);
  first.join();
  second.join();
  IO.println("votes: " + votes.get());
}

void vote() {
  int seen;
  do {
    seen = votes.get();
  } while (!votes.compareAndSet(seen, seen + 1));
}
