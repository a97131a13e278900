// join(timeout) stops waiting after a while; the thread it waited for goes on.
// Run it: java scripts/01-threads/join_timeout.java

void main() throws InterruptedException {
  Thread thread = Thread.ofPlatform().name("loop0").start(() -> loop(0, 2));
  for (int i = 0; i < 2; i++) {
    boolean over = thread.join(Duration.ofMillis(1200));
    IO.println("joined for up to 1.2 s: loop0 is " + (over ? "over" : "still running"));
  }
  IO.println("all DONE at: " + ctime());
}

void loop(int nloop, int seconds) {
  IO.println("start loop%d at: %s".formatted(nloop, ctime()));
  try {
    Thread.sleep(Duration.ofSeconds(seconds));
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println("loop%d done at: %s".formatted(nloop, ctime()));
}

String ctime() {
  return LocalDateTime.now()
      .format(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
}
