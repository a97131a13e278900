// Two consumers take what comes, until each is told that nothing more will come.

final int end = Integer.MIN_VALUE;
final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
  var consumers =
      List.of(Thread.ofPlatform().start(this::consumer), Thread.ofPlatform().start(this::consumer));
  for (int number = 1; number <= 6; number++) {
    queue.put(number);
  }
  for (Thread _ : consumers) {
    queue.put(end);
  }
  for (Thread thread : consumers) {
    thread.join();
  }
  IO.println("all DONE");
}

void consumer() {
  try {
    for (int item = queue.take(); item != end; item = queue.take()) {
      Thread.sleep(50);
      IO.println("took " + item);
    }
    IO.println("consumer: done");
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
}
