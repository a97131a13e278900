// Each thread waits for the lock.

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
  lock.lock();
  try {
    sales++;
  } finally {
    lock.unlock();
  }
}
