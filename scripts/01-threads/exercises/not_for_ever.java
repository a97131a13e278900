// Somebody writes a report, and somebody waits for it.

void main() throws InterruptedException {
  Thread thread = Thread.ofPlatform().start(this::report);
  thread.join();
  if (thread.isAlive()) {
    IO.println("main: no report yet, so lunch first");
  } else {
    IO.println("main: the report is there");
  }
}

void report() {
  try {
    Thread.sleep(Duration.ofSeconds(2));
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println("report: written");
}
