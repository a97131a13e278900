// A pool of three threads works on five tasks; their results come in the order of the calls.
// Run it: java scripts/05-futures/executor_map.java

void main() {
  display("Script Starting");
  try (var executor = Executors.newFixedThreadPool(3)) {
    var futures =
        IntStream.range(0, 5)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> loiter(n), executor))
            .toList();
    Stream<Integer> results = futures.stream().map(CompletableFuture::join);
    display("results:  " + results); // nothing has been waited for so far: a stream is lazy
    display("waiting....");
    var i = new AtomicInteger();
    results.forEachOrdered(r -> display("result %d:%d".formatted(i.getAndIncrement(), r)));
  }
}

int loiter(int n) {
  String indent = "\t".repeat(n);
  display("%sloiter(%d): doing noting for %ds...".formatted(indent, n, n));
  try {
    Thread.sleep(Duration.ofSeconds(n));
  } catch (InterruptedException e) {
    throw new CancellationException();
  }
  display("%sloiter(%d): done.".formatted(indent, n));
  return n * 10;
}

void display(String message) {
  IO.println(LocalTime.now().format(DateTimeFormatter.ofPattern("'['HH:mm:ss'] '")) + message);
}
