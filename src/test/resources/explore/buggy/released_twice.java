// Who gets no permit gives one back all the same: from now on two are let in at a time.

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
  boolean parked = permits.tryAcquire();
  try {
    if (parked) {
      park();
    }
  } finally {
    permits.release();
  }
}

String park() {
  return "parked";
}
