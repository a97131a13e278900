void main() throws Exception {
  try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
    IO.println(pool.submit(() -> Thread.currentThread().isVirtual()).get());
  }
}
