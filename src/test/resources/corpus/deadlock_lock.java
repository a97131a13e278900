// expect: failed
// message: ^deadlock: each of these threads waits for the next one
// message: one +waited .* for ReentrantLock b at deadlock_lock.java:\d+, held by two
// message: two +waited .* for ReentrantLock a at deadlock_lock.java:\d+, held by one
// prints: ^started$
// never: ^never$
import java.util.concurrent.locks.*;

final Lock a = new ReentrantLock();
final Lock b = new ReentrantLock();
final CyclicBarrier both = new CyclicBarrier(2);

void work(Lock first, Lock second) {
  first.lock();
  meet();
  second.lock();
  IO.println("never");
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
