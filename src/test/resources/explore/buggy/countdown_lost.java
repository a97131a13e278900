// Both workers count down from the same number, so nobody reaches zero: main waits for ever.

int left = 2;
final CountDownLatch allDone = new CountDownLatch(1);

void main() throws InterruptedException {
  Thread.ofPlatform().start(this::work);
  Thread.ofPlatform().start(this::work);
  allDone.await();
  IO.println("all done");
}

void work() {
  left = left - 1;
  if (left == 0) {
    allDone.countDown();
  }
}
