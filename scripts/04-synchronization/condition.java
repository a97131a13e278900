// Two consumers wait on a condition until a producer wakes both of them.
// Run it: java scripts/04-synchronization/condition.java

final ReentrantLock lock = new ReentrantLock();
final Condition madeAvailable = lock.newCondition();
boolean available = false;

void main() throws InterruptedException {
  Thread.ofPlatform().name("c1").start(this::consumer);
  Thread.sleep(Duration.ofSeconds(1));
  Thread.ofPlatform().name("c2").start(this::consumer);
  Thread.sleep(Duration.ofSeconds(1));
  Thread.ofPlatform().name("p").start(this::producer);
}

void consumer() {
  lock.lock();
  try {
    while (!available) { // a wait may end without a signal, so it stands in a loop
      madeAvailable.awaitUninterruptibly();
    }
    IO.println(Thread.currentThread().getName() + ": Resource is available to consumer");
  } finally {
    lock.unlock();
  }
}

void producer() {
  lock.lock();
  try {
    IO.println(Thread.currentThread().getName() + ": Making resource available");
    available = true;
    madeAvailable.signalAll();
  } finally {
    lock.unlock();
  }
}
