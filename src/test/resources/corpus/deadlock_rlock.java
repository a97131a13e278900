// expect: failed
// message: ^deadlock: each of these threads waits for the next one
// message: one +waited .* for monitor of Object b at deadlock_rlock.java:\d+, held by two
// message: two +waited .* for monitor of Object a at deadlock_rlock.java:\d+, held by one
// prints: ^started$
// never: ^never$
final Object a = new Object();
final Object b = new Object();
final CyclicBarrier both = new CyclicBarrier(2);

void work(Object first, Object second) {
  synchronized (first) {
    meet();
    synchronized (second) {
      IO.println("never");
    }
  }
}

void meet() {
  try {
    both.await();
  } catch (InterruptedException | BrokenBarrierException e) {
    throw new IllegalStateException(e);
  }
}

void main() throws Exception {
  var one = Thread.ofPlatform().name("one").start(() -> work(a, b));
  Thread.ofPlatform().name("two").start(() -> work(b, a));
  IO.println("started");
  one.join();
}
