// Main counts the workers that it starts.

final String end = "end";
final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::work);
  Thread second = Thread.ofPlatform().start(this::work);
  int count = 2;
  for (int i = 0; i < count; i++) {
    jobs.add(end);
  }
  first.join();
  second.join();
  IO.println("all done");
}

void work() {
  try {
    while (!jobs.take().equals(end)) {
      Thread.onSpinWait();
    }
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
