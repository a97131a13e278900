// A CompletionService hands out futures as they end. Once all of them have been taken, a second
// look finds nothing: the script prints 10 and no result. Takes 13 s.
// Run it: java scripts/05-futures/as_completed.java

void main() throws InterruptedException, ExecutionException {
  try (var executor = Executors.newFixedThreadPool(5)) {
    var results = new ExecutorCompletionService<Integer>(executor);
    for (int i = 0; i < 10; i++) {
      int n = i;
      results.submit(() -> simple(n));
    }
    var taken = new ArrayList<Future<Integer>>();
    while (taken.size() < 10) {
      taken.add(results.take()); // waits for the next one to end
    }
    IO.println(taken.size());
    for (var late = results.poll(); late != null; late = results.poll()) {
      IO.println(late.get()); // never reached: all have been taken
    }
  }
}

int simple(int n) throws InterruptedException {
  Thread.sleep(Duration.ofSeconds(n));
  return n;
}
