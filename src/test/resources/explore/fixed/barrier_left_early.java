// Every party comes to the barrier, whatever it has seen.

volatile boolean cancelled;
final CyclicBarrier barrier = new CyclicBarrier(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::play);
  Thread second = Thread.ofPlatform().start(this::play);
  cancelled = true;
  first.join();
  second.join();
  IO.println("all done");
}

void play() {
  try {
    barrier.await();
    if (cancelled) {
      return;
    }
  } catch (InterruptedException | BrokenBarrierException e) {
    IO.println("broken");
  }
}
