// The end comes through the queue, as the last item.

final String end = "end";
final BlockingQueue<String> items = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
  items.add("bread");
  Thread consumer = Thread.ofPlatform().start(this::consume);
  items.add(end);
  consumer.join();
  IO.println("all done");
}

void consume() {
  try {
    while (!items.take().equals(end)) {
      Thread.onSpinWait();
    }
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
