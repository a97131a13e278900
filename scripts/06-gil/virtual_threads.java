// Many threads that sleep 1 s each. A virtual thread is an object of the JVM and needs a thread
// of the operating system only while it runs: 10,000 of them are nothing special.
// Run it: java scripts/06-gil/virtual_threads.java

final int sleepers = 10_000;
final AtomicInteger awake = new AtomicInteger();

void main() {
  IO.println("sleepers to start: " + sleepers);
  long begin = System.nanoTime();
  try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
    for (int i = 0; i < sleepers; i++) {
      executor.submit(this::sleeper);
    }
  } // waits for all of them
  double seconds = (System.nanoTime() - begin) / 1e9;
  IO.println("sleepers awake again: " + awake);
  IO.println(
      String.format(Locale.ROOT, "1 s of sleep each took all of them together %.1f s", seconds));
  IO.println("all DONE");
}

Void sleeper() throws InterruptedException {
  Thread.sleep(Duration.ofSeconds(1));
  awake.incrementAndGet();
  return null;
}
