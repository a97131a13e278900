// Both readers wait until they are the only reader, and neither gives up its own lock.

int readers;
int price;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::setPrice);
  Thread second = Thread.ofPlatform().start(this::setPrice);
  first.join();
  second.join();
  IO.println("price: " + price);
}

synchronized void readLock() {
  readers++;
}

synchronized void readUnlock() {
  readers--;
  notifyAll();
}

synchronized void toWriteLock() {
  while (readers > 1) {
    try {
      wait();
    } catch (InterruptedException e) {
      return;
    }
  }
}

void setPrice() {
  readLock();
  if (price == 0) {
    toWriteLock();
    price = 5;
  }
  readUnlock();
}
