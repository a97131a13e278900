// The consumer waits for the item before it takes the lock.

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
  try {
    items.take();
  } catch (InterruptedException e) {
    return;
  }
  lock.lock();
  try {
    log.add("eaten");
  } finally {
    lock.unlock();
  }
}
