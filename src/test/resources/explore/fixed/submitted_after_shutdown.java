// Main waits for the other thread before it closes the pool.

final ExecutorService pool = Executors.newFixedThreadPool(1);
final Queue<String> sent = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  Thread writer = Thread.ofPlatform().start(this::lastLetter);
  pool.submit(() -> sent.add("a"));
  writer.join();
  pool.close();
  IO.println("sent: " + sent.size());
}

void lastLetter() {
  pool.submit(() -> sent.add("b"));
}
