// Executors of every kind, and structured concurrency's cousins.

void main() throws Exception {
  try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
    var squares = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      squares.add(pool.submit(() -> number * number));
    }
    for (Future<Integer> square : squares) {
      IO.println(square.get());
    }
    IO.println(pool.invokeAll(List.of(() -> 1, () -> 2)).size());
  }
  try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
    IO.println(pool.submit(() -> Thread.currentThread().isVirtual()).get());
  }
  try (var pool = Executors.newScheduledThreadPool(1)) {
    IO.println(pool.schedule(() -> "later", 3, TimeUnit.SECONDS).get());
  }
  try (var pool = Executors.newCachedThreadPool()) {
    var done = new ExecutorCompletionService<String>(pool);
    done.submit(() -> Thread.currentThread().getName());
    IO.println(done.take().get());
  }
  IO.println(ForkJoinPool.commonPool().invoke(new Sum(0, 10)));
}

static class Sum extends RecursiveTask<Integer> {
  private final int from;
  private final int to;

  Sum(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  protected Integer compute() {
    if (to - from <= 3) {
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += i;
      }
      return sum;
    }
    int middle = (from + to) / 2;
    var left = new Sum(from, middle);
    left.fork();
    return new Sum(middle, to).compute() + left.join();
  }
}
