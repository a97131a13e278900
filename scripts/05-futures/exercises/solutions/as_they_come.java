// Three tasks, whose results come as soon as they are there.

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
    var completed = new ExecutorCompletionService<String>(executor);
    tasks.forEach(completed::submit);
    for (Task _ : tasks) {
      IO.println(completed.take().get() + " is done");
    }
  }
}
