// Somebody writes a report, and somebody waits for it.

void main() throws InterruptedException {
  Thread thread = Thread.ofPlatform().start(this::report);
  if (thread.join(Duration.ofMillis(500))) {
    IO.println("main: the report is there");
  } else {
    IO.println("main: no report yet, so lunch first");
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
