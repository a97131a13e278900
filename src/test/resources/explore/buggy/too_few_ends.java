// Main counts the workers before all have signed in: who comes later gets no end mark.

final String end = "end";
final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();
final AtomicInteger workers = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::work);
  Thread second = Thread.ofPlatform().start(this::work);
  Thread.sleep(20); // all have signed in by then, or so we think
  int count = workers.get();
  for (int i = 0; i < count; i++) {
    jobs.add(end);
  }
  first.join();
  second.join();
  IO.println("all done");
}

void work() {
  workers.incrementAndGet();
  try {
    while (!jobs.take().equals(end)) {
      Thread.onSpinWait();
    }
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
