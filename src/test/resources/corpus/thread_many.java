// expect: completed
// prints: ^3000$
// timeout: 60s
void main() throws Exception {
  var latch = new java.util.concurrent.CountDownLatch(1);
  var threads = new ArrayList<Thread>();
  for (int i = 0; i < 3000; i++) {
    threads.add(
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    latch.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }
  latch.countDown();
  for (var t : threads) {
    t.join();
  }
  IO.println(threads.size());
}
