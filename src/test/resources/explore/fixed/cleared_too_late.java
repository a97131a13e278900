// The signal is cleared before the jobs are taken.

final Queue<String> jobs = new ConcurrentLinkedQueue<>();
final Semaphore signal = new Semaphore(0);
final List<String> handled = new ArrayList<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> give("wash"));
  Thread second = Thread.ofPlatform().start(() -> give("dry"));
  Thread third = Thread.ofPlatform().start(() -> handleTwo());
  first.join();
  second.join();
  third.join();
  IO.println("handled: " + handled.size());
}

void give(String job) {
  jobs.add(job);
  signal.release();
}

void handleTwo() {
  while (handled.size() < 2) {
    signal.acquireUninterruptibly();
    signal.drainPermits();
    while (!jobs.isEmpty()) {
      handled.add(jobs.remove());
    }
  }
}
