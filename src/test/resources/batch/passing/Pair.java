void work(int n) {
  IO.println(n + " begins");
  try {
    Thread.sleep(200);
  } catch (InterruptedException e) {
    return;
  }
  IO.println(n + " ends");
}

void main() throws InterruptedException {
  var threads = List.of(new Thread(() -> work(0)), new Thread(() -> work(1)));
  threads.forEach(Thread::start);
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("both ended at " + java.time.LocalTime.now().withNano(0));
}
