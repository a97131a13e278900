// Who may have to write takes the lock for writing from the beginning.

int readers;
int price;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::setPrice);
  Thread second = Thread.ofPlatform().start(this::setPrice);
  first.join();
  second.join();
  IO.println("price: " + price);
}

synchronized void writeLock() {
  while (readers > 0) {
    try {
      wait();
    } catch (InterruptedException e) {
      return;
    }
  }
  readers = 1;
}

synchronized void writeUnlock() {
  readers = 0;
  notifyAll();
}

void setPrice() {
  writeLock();
  if (price == 0) {
    price = 5;
  }
  writeUnlock();
}
