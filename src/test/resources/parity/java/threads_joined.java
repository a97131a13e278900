void main() throws Exception {
  var sum = new AtomicInteger();
  var threads = new ArrayList<Thread>();
  for (int i = 1; i <= 4; i++) {
    int n = i;
    threads.add(Thread.ofPlatform().start(() -> sum.addAndGet(n)));
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println(sum + " " + threads.getFirst().getName());
}
