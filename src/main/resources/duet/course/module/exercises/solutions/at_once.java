// Both at once: the longer of the two sleeps.

void main() throws InterruptedException {
  var threads = new ArrayList<Thread>();
  for (var nap : List.of(new Nap("long", 1000), new Nap("short", 500))) {
    threads.add(Thread.ofPlatform().start(nap));
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("done");
}

record Nap(String name, long millis) implements Runnable {
  @Override
  public void run() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      return; // an interrupt asks a thread to end; nobody sends one here
    }
    IO.println(name);
  }
}
