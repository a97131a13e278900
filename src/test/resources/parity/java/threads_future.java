void main() throws Exception {
  IO.println(CompletableFuture.supplyAsync(() -> 20).thenApply(n -> n + 1).get());
  IO.println(Thread.currentThread().getName());
}
