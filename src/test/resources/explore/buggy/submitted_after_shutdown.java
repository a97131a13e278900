// Main closes the pool while another thread still has a task for it.

final ExecutorService pool = Executors.newFixedThreadPool(1);
final Queue<String> sent = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  Thread writer = Thread.ofPlatform().start(this::lastLetter);
  Thread.sleep(20); // the others are quick, or so we think
  pool.submit(() -> sent.add("a"));
  pool.close();
  writer.join();
  IO.println("sent: " + sent.size());
}

void lastLetter() {
  pool.submit(() -> sent.add("b"));
}
