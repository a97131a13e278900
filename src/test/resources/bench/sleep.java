void main() throws Exception {
  var threads = new ArrayList<Thread>();
  for (int i = 0; i < 10; i++) {
    int offset = i * 100;
    threads.add(Thread.ofPlatform().start(() -> sleeper(offset)));
  }
  for (Thread thread : threads) {
    thread.join();
  }
}

void sleeper(int offset) {
  try {
    Thread.sleep(offset);
    for (int i = 0; i < 20; i++) {
      IO.println("before");
      Thread.sleep(1_000);
      IO.println("after");
    }
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
