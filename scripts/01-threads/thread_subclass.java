// Two threads of a Thread subclass of one's own, which says when it starts and ends.
// Run it: java scripts/01-threads/thread_subclass.java

class MyThread extends Thread {
  private final Runnable task;

  MyThread(String name, Runnable task) {
    super(name);
    this.task = task;
  }

  @Override
  public void run() {
    IO.println("starting %s at: %s".formatted(getName(), ctime()));
    task.run();
    IO.println("%s finished at: %s".formatted(getName(), ctime()));
  }
}

void main() throws InterruptedException {
  IO.println("starting at: " + ctime());

  // Both have the same name, as in the original: a name need not tell threads apart.
  var threads =
      List.of(new MyThread("loop", () -> loop(0, 4)), new MyThread("loop", () -> loop(1, 2)));
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
