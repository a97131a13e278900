// Two threads that sleep at the same time.

void main() throws InterruptedException {
  IO.println("start");
  var threads =
      List.of(
          Thread.ofPlatform().unstarted(() -> nap("long", 1000)),
          Thread.ofPlatform().unstarted(() -> nap("short", 500)));
  for (Thread thread : threads) {
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("done");
}

void nap(String name, long millis) {
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println(name);
}
