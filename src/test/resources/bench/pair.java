void work(int n) {
  IO.println("thread " + n + " begins");
  try {
    Thread.sleep(500);
  } catch (InterruptedException e) {
    return;
  }
  IO.println("thread " + n + " ends");
}

void main() throws InterruptedException {
  var threads = IntStream.range(0, 3).mapToObj(n -> new Thread(() -> work(n))).toList();
  threads.forEach(Thread::start);
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("all done");
}
