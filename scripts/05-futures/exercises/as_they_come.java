// Three tasks, whose results come in the order of the calls.

record Task(String name, int millis) implements Callable<String> {
  @Override
  public String call() throws InterruptedException {
    Thread.sleep(millis);
    return name;
  }
}

void main() throws InterruptedException, ExecutionException {
  var tasks = List.of(new Task("slow", 900), new Task("medium", 600), new Task("quick", 300));
  try (var executor = Executors.newFixedThreadPool(3)) {
    for (Future<String> future : executor.invokeAll(tasks)) {
      IO.println(future.get() + " is done");
    }
  }
}
