// A reentrant lock: its owner may take it again, and has to give it back as often.
// Run it: java scripts/04-synchronization/rlock.java

final int times = 3;
final ReentrantLock lock = new ReentrantLock();
int released = 0;

void main() throws InterruptedException {
  for (int i = 0; i < times; i++) {
    lock.lock();
  }
  IO.println("main: took the lock " + lock.getHoldCount() + " times without waiting");

  Thread other = Thread.ofPlatform().name("other").start(this::other);

  while (lock.isHeldByCurrentThread()) {
    Thread.sleep(400);
    released++;
    IO.println("main: release " + released + " of " + times);
    lock.unlock();
  }
  other.join();

  try {
    lock.unlock();
  } catch (IllegalMonitorStateException e) {
    IO.println("main: one release more is an error");
  }
}

void other() {
  IO.println("other: asks for the lock");
  lock.lock();
  try {
    IO.println("other: has it after " + released + " releases");
  } finally {
    lock.unlock();
  }
}
