// Two threads, each around an object with a call() method. A FutureTask lets a thread run a
// Callable, which may throw checked exceptions and return a value.
// Run it: java scripts/01-threads/thread_callable.java

record Loop(int nloop, Duration time) implements Callable<Void> {
  @Override
  public Void call() throws InterruptedException {
    IO.println("start loop%d at: %s".formatted(nloop, ctime()));
    Thread.sleep(time);
    IO.println("loop%d done at: %s".formatted(nloop, ctime()));
    return null;
  }
}

void main() throws InterruptedException, ExecutionException {
  IO.println("starting at: " + ctime());

  var tasks =
      List.of(
          new FutureTask<>(new Loop(0, Duration.ofSeconds(4))),
          new FutureTask<>(new Loop(1, Duration.ofSeconds(2))));
  for (FutureTask<Void> task : tasks) {
    Thread.ofPlatform().start(task);
  }
  for (FutureTask<Void> task : tasks) {
    task.get(); // waits as join() does, and throws what the call threw
  }

  IO.println("all DONE at: " + ctime());
}

static String ctime() {
  return LocalDateTime.now()
      .format(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
}
