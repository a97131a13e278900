// Somebody writes a note and a report, and somebody waits for each.

void main() throws InterruptedException {
  waitFor("note", 100);
  waitFor("report", 2000);
}

void waitFor(String what, int millis) throws InterruptedException {
  Thread thread = Thread.ofPlatform().start(() -> write(what, millis));
  boolean isThere = thread.join(Duration.ofMillis(500));
  if (isThere) {
    IO.println("main: the " + what + " is there");
  } else {
    IO.println("main: no " + what + " yet, so lunch first");
  }
}

void write(String what, int millis) {
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println(what + ": written");
}
