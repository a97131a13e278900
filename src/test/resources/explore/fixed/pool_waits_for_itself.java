// A task does its part itself, rather than wait for another task of the same pool.

final ExecutorService pool = Executors.newFixedThreadPool(2);

void main() throws Exception {
  var first = pool.submit(() -> book(1));
  var second = pool.submit(() -> book(2));
  IO.println("pages: " + (first.get() + second.get()));
  pool.shutdown();
}

int book(int number) {
  return page(number);
}

int page(int number) {
  return number;
}
