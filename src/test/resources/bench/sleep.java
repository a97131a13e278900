void main() throws Exception {
  var threads = new ArrayList<Thread>();
  for (int i = 0; i < 10; i++) {
    threads.add(Thread.ofPlatform().start(this::sleeper));
  }
  for (Thread thread : threads) {
    thread.join();
  }
}

void sleeper() {
  for (int i = 0; i < 20; i++) {
    IO.println("before");
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      return;
    }
    IO.println("after");
  }
}
