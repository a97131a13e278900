// One after the other: 1.5 seconds.

void main() throws InterruptedException {
  for (var nap : List.of(new Nap("long", 1000), new Nap("short", 500))) {
    Thread thread = Thread.ofPlatform().start(nap);
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
