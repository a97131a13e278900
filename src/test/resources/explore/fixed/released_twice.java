// Only who has taken a permit gives it back.

final Semaphore permits = new Semaphore(1);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::visit);
  Thread second = Thread.ofPlatform().start(this::visit);
  first.join();
  second.join();
  int left = 0;
  while (permits.tryAcquire()) {
    left++;
  }
  IO.println("permits: " + left);
}

void visit() {
  if (permits.tryAcquire()) {
    try {
      park();
    } finally {
      permits.release();
    }
  }
}

String park() {
  return "parked";
}
