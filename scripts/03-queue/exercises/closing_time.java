// Two consumers take what comes, and wait for more that never comes.

final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
  var consumers =
      List.of(Thread.ofPlatform().start(this::consumer), Thread.ofPlatform().start(this::consumer));
  for (int number = 1; number <= 6; number++) {
    queue.put(number);
  }
  for (Thread thread : consumers) {
    thread.join();
  }
  IO.println("all DONE");
}

void consumer() {
  try {
    boolean isOpen = true; // who could know when it is not?
    while (isOpen) {
      int item = queue.take();
      Thread.sleep(50);
      IO.println("took " + item);
    }
    IO.println("consumer: done");
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
}
