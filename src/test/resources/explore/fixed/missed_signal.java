// A variable remembers that the start was signalled.

boolean started;
final Lock lock = new ReentrantLock();
final Condition start = lock.newCondition();

void main() throws InterruptedException {
  Thread runner = Thread.ofPlatform().start(this::run);
  lock.lock();
  started = true;
  start.signal();
  lock.unlock();
  runner.join();
  IO.println("all done");
}

void run() {
  lock.lock();
  while (!started) {
    start.awaitUninterruptibly();
  }
  lock.unlock();
}
