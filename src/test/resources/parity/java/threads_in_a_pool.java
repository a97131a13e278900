void main() throws Exception {
  try (var pool = Executors.newFixedThreadPool(2)) {
    var names = pool.submit(() -> Thread.currentThread().getName());
    IO.println(names.get());
  }
}
