// One party sees the cancellation and goes home, and the other one waits for it at the barrier.

volatile boolean cancelled;
final CyclicBarrier barrier = new CyclicBarrier(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::play);
  Thread second = Thread.ofPlatform().start(this::play);
  Thread.sleep(20); // both are at the barrier by then, or so we think
  cancelled = true;
  first.join();
  second.join();
  IO.println("all done");
}

void play() {
  if (cancelled) {
    return;
  }
  try {
    barrier.await();
  } catch (InterruptedException | BrokenBarrierException e) {
    IO.println("broken");
  }
}
