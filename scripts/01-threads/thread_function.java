// Two threads, each around a method: they sleep 4 s and 2 s, and together take 4 s.
// Run it: java scripts/01-threads/thread_function.java

final List<Integer> loops = List.of(4, 2);

void main() throws InterruptedException {
  IO.println("starting at: " + ctime());

  var threads = new ArrayList<Thread>();
  for (int i = 0; i < loops.size(); i++) {
    int nloop = i;
    threads.add(
        Thread.ofPlatform().name("loop" + i).unstarted(() -> loop(nloop, loops.get(nloop))));
  }
  for (Thread thread : threads) {
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
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
