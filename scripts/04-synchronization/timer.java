// Two timers are set to ring later; one of them is cancelled before its time.
// Run it: java scripts/04-synchronization/timer.java

final AtomicInteger rung = new AtomicInteger();

void main() throws InterruptedException {
  try (var timers = Executors.newSingleThreadScheduledExecutor()) {
    IO.println("two timers are set, to 1 s and to 2 s");
    timers.schedule(() -> ring("first"), 1, TimeUnit.SECONDS);
    Future<?> second = timers.schedule(() -> ring("second"), 2, TimeUnit.SECONDS);

    Thread.sleep(1500);
    IO.println("main cancels the second timer");
    second.cancel(false);
    Thread.sleep(1000);
    IO.println("timers that rang by 2.5 s: " + rung);
  }
}

void ring(String name) {
  rung.incrementAndGet();
  IO.println("the " + name + " timer rings");
}
