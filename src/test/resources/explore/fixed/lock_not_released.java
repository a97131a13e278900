// The lock is given back on every way out.

final Lock lock = new ReentrantLock();
int stock;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::deliver);
  Thread second = Thread.ofPlatform().start(this::sell);
  Thread third = Thread.ofPlatform().start(this::deliver);
  first.join();
  second.join();
  third.join();
  IO.println("stock: " + stock);
}

void deliver() {
  lock.lock();
  stock++;
  lock.unlock();
}

void sell() {
  lock.lock();
  try {
    if (stock == 0) {
      return;
    }
    stock--;
  } finally {
    lock.unlock();
  }
}
