// Three tasks, one of which goes wrong. Nobody notices.

void main() {
  var futures = new ArrayList<Future<Integer>>();
  try (var executor = Executors.newFixedThreadPool(3)) {
    for (int i = 1; i <= 3; i++) {
      int number = i;
      futures.add(executor.submit(() -> measure(number)));
    }
  }
  IO.println("all DONE");
}

int measure(int number) {
  if (number == 2) {
    throw new IllegalArgumentException("no data");
  }
  return 10 * number;
}
