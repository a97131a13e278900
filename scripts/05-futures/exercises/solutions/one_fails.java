// Three tasks, one of which goes wrong. Whoever asks its future is told.

void main() throws InterruptedException {
  var futures = new ArrayList<Future<Integer>>();
  try (var executor = Executors.newFixedThreadPool(3)) {
    for (int i = 1; i <= 3; i++) {
      int number = i;
      futures.add(executor.submit(() -> measure(number)));
    }
  }
  for (int i = 0; i < futures.size(); i++) {
    String result;
    try {
      result = String.valueOf(futures.get(i).get());
    } catch (ExecutionException e) {
      result = "failed: " + e.getCause().getMessage();
    }
    IO.println("task " + (i + 1) + ": " + result);
  }
  IO.println("all DONE");
}

int measure(int number) {
  if (number == 2) {
    throw new IllegalArgumentException("no data");
  }
  return 10 * number;
}
