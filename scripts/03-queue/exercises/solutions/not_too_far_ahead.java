// A producer waits when it is two objects ahead.

final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
final AtomicInteger most = new AtomicInteger();

void main() throws InterruptedException {
  Thread thread = Thread.ofPlatform().start(this::producer);
  for (int i = 0; i < 8; i++) {
    Thread.sleep(200);
    queue.take();
  }
  thread.join();
  IO.println("waiting at most: " + most);
  IO.println("all taken");
}

void producer() {
  try {
    for (int number = 1; number <= 8; number++) {
      queue.put(number);
      most.accumulateAndGet(queue.size(), Math::max);
    }
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
}
