// The start is signalled before the runner waits: the signal is gone, and no variable remembers
// it.

final Lock lock = new ReentrantLock();
final Condition start = lock.newCondition();

void main() throws InterruptedException {
  Thread runner = Thread.ofPlatform().start(this::run);
  Thread.sleep(20); // the runner waits by then, or so we think
  lock.lock();
  start.signal();
  lock.unlock();
  runner.join();
  IO.println("all done");
}

void run() {
  lock.lock();
  start.awaitUninterruptibly();
  lock.unlock();
}
