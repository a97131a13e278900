// Who does not get the lock at once goes away, and its sale is never counted.

int sales;
final ReentrantLock lock = new ReentrantLock();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::sell);
  Thread second = Thread.ofPlatform().start(this::sell);
  first.join();
  second.join();
  IO.println("sales: " + sales);
}

void sell() {
  if (lock.tryLock()) {
    try {
      sales++;
    } finally {
      lock.unlock();
    }
  }
}
