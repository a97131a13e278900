// The consumer holds the lock while it waits for an item, and the producer needs the lock to make
// one.

final BlockingQueue<String> items = new LinkedBlockingQueue<>();
final Lock lock = new ReentrantLock();
final List<String> log = new ArrayList<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::produce);
  Thread second = Thread.ofPlatform().start(this::consume);
  first.join();
  second.join();
  IO.println("log: " + String.join(" ", log));
}

void produce() {
  lock.lock();
  try {
    log.add("made");
    items.add("bread");
  } finally {
    lock.unlock();
  }
}

void consume() {
  lock.lock();
  try {
    items.take();
    log.add("eaten");
  } catch (InterruptedException e) {
    log.add("interrupted");
  } finally {
    lock.unlock();
  }
}
