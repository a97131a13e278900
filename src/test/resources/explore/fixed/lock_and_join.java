// Main waits for the thread before it takes the lock.

final Object lock = new Object();
final List<String> report = new ArrayList<>();

void main() throws InterruptedException {
  Thread writer = Thread.ofPlatform().start(this::write);
  writer.join();
  synchronized (lock) {
    report.add("signed");
  }
  IO.println("report: " + String.join(" ", report));
}

void write() {
  synchronized (lock) {
    report.add("written");
  }
}
