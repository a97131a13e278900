// All workers of the pool wait for tasks that no worker is left for.

final ExecutorService pool = Executors.newFixedThreadPool(2);

void main() throws Exception {
  var first = pool.submit(() -> book(1));
  Thread.sleep(20); // the first one is ready by then, or so we think
  var second = pool.submit(() -> book(2));
  IO.println("pages: " + (first.get() + second.get()));
  pool.shutdown();
}

int book(int number) throws Exception {
  return pool.submit(() -> page(number)).get();
}

int page(int number) {
  return number;
}
