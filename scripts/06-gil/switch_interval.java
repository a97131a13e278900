// Two busy threads, and how often one of them finds that the other has been running meanwhile.
// There is no switch interval to set: with two processors or more, both run at the same time.
// Run it: java scripts/06-gil/switch_interval.java

import module java.management;

final Duration time = Duration.ofMillis(1500);
final AtomicInteger last = new AtomicInteger();
final LongAdder turns = new LongAdder();
final LongAdder busyNanos = new LongAdder();

void main() throws InterruptedException {
  long end = System.nanoTime() + time.toNanos();
  Thread one = Thread.ofPlatform().start(() -> spin(1, end));
  Thread two = Thread.ofPlatform().start(() -> spin(2, end));
  one.join();
  two.join();
  double seconds = time.toMillis() / 1000.0;
  double busy = busyNanos.sum() / 1e9;
  IO.println(
      String.format(Locale.ROOT, "no switch interval: %d turns in %.1f s", turns.sum(), seconds));
  IO.println(String.format(Locale.ROOT, "both threads together computed for %.1f s", busy));
  IO.println(
      busy > 1.2 * seconds
          ? "they computed at the same time"
          : "they shared one processor, this time");
}

void spin(int me, long end) {
  while (System.nanoTime() < end) {
    if (last.get() != me) {
      last.set(me);
      turns.increment();
    }
  }
  busyNanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
}
