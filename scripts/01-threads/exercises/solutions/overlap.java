// Three downloads, all at once.

record Download(String name, int millis) implements Runnable {
  @Override
  public void run() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      return; // an interrupt asks a thread to end; nobody sends one here
    }
    IO.println(name + " is here");
  }
}

void main() throws InterruptedException {
  var downloads =
      List.of(
          new Download("the map", 800),
          new Download("the photo", 400),
          new Download("the letter", 200));

  var threads = downloads.stream().map(Thread.ofPlatform()::start).toList();
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("all DONE");
}
