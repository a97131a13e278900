// Counting down is one step.

final CountDownLatch allDone = new CountDownLatch(2);

void main() throws InterruptedException {
  Thread.ofPlatform().start(this::work);
  Thread.ofPlatform().start(this::work);
  allDone.await();
  IO.println("all done");
}

void work() {
  allDone.countDown();
}
