// Futures that follow each other.

void main() throws Exception {
  var one = CompletableFuture.supplyAsync(() -> 1);
  var two = CompletableFuture.supplyAsync(() -> 2);
  IO.println(one.thenCombine(two, Integer::sum).get());
  CompletableFuture.allOf(one, two).thenRun(() -> IO.println("all")).join();
  IO.println(new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.SECONDS).join());
  var task = new FutureTask<>(() -> "ran");
  Thread.startVirtualThread(task);
  IO.println(task.get());
}
