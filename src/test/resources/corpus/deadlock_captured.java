// expect: failed
// message: ^deadlock: each of these threads waits for the next one
// message: one +waited .* for ReentrantLock forks\[1\] at deadlock_captured\.java:\d+, held by two
// message: two +waited .* for ReentrantLock forks\[0\] at deadlock_captured\.java:\d+, held by one
// message: three +waited .* for monitor of Object plate at deadlock_captured\.java:\d+, held by
// main
import java.util.concurrent.locks.ReentrantLock;

void eat(ReentrantLock first, ReentrantLock second, CyclicBarrier both) {
  first.lock();
  try {
    both.await();
  } catch (InterruptedException | BrokenBarrierException e) {
    return;
  }
  second.lock();
}

void main() throws InterruptedException {
  ReentrantLock[] forks = {new ReentrantLock(), new ReentrantLock()};
  var both = new CyclicBarrier(2);
  var plate = new Object();
  var one = Thread.ofPlatform().name("one").start(() -> eat(forks[0], forks[1], both));
  Thread.ofPlatform().name("two").start(() -> eat(forks[1], forks[0], both));
  synchronized (plate) {
    new Thread("three") {
      @Override
      public void run() {
        synchronized (plate) {
          IO.println("never");
        }
      }
    }.start();
    one.join();
  }
}
