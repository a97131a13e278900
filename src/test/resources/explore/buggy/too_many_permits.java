// Two permits let two threads change the stock at the same time.

int stock = 10;
final Semaphore permits = new Semaphore(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::take);
  Thread second = Thread.ofPlatform().start(this::take);
  Thread third = Thread.ofPlatform().start(this::take);
  first.join();
  second.join();
  third.join();
  IO.println("stock: " + stock);
}

void take() {
  permits.acquireUninterruptibly();
  try {
    stock = stock - 1;
  } finally {
    permits.release();
  }
}
