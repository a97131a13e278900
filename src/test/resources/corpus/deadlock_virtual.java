// expect: failed
// message: ^(deadlock|standstill)
// message: one +waited .*ReentrantLock
import java.util.concurrent.locks.*;

final Lock a = new ReentrantLock();
final Lock b = new ReentrantLock();
final CyclicBarrier both = new CyclicBarrier(2);

void work(Lock first, Lock second) {
  first.lock();
  try {
    both.await();
  } catch (InterruptedException | BrokenBarrierException e) {
    return;
  }
  second.lock();
}

void main() throws Exception {
  var one = Thread.ofVirtual().name("one").start(() -> work(a, b));
  Thread.ofVirtual().name("two").start(() -> work(b, a));
  one.join();
}
