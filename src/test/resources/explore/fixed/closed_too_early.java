// Main waits for both producers before it says that this is the end.

final int end = 0;
final BlockingQueue<Integer> items = new LinkedBlockingQueue<>();
final List<Integer> bought = new ArrayList<>();

void main() throws InterruptedException {
  Thread brewer = Thread.ofPlatform().start(() -> items.add(2));
  Thread baker = Thread.ofPlatform().start(() -> items.add(1));
  Thread consumer = Thread.ofPlatform().start(this::consume);
  baker.join();
  brewer.join();
  items.add(end);
  consumer.join();
  IO.println("bought: " + bought.size());
}

void consume() {
  try {
    for (int item = items.take(); item != end; item = items.take()) {
      bought.add(item);
    }
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
