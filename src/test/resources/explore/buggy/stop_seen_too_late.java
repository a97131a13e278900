// The consumer checks the flag just before it is set, and then waits for an item that never comes.

final String end = "end";
final BlockingQueue<String> items = new LinkedBlockingQueue<>();
volatile boolean closed;

void main() throws InterruptedException {
  items.add("bread");
  Thread consumer = Thread.ofPlatform().start(this::consume);
  closed = true;
  consumer.join();
  IO.println("all done");
}

void consume() {
  try {
    while (!closed) {
      items.take();
    }
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
