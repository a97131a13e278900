// Main holds a lock while it waits for the end of a thread that still needs this lock.

final Object lock = new Object();
final List<String> report = new ArrayList<>();

void main() throws InterruptedException {
  Thread writer = Thread.ofPlatform().start(this::write);
  Thread.sleep(20); // the writer is quick, or so we think
  synchronized (lock) {
    writer.join();
    report.add("signed");
  }
  IO.println("report: " + String.join(" ", report));
}

void write() {
  synchronized (lock) {
    report.add("written");
  }
}
