// Three threads work something out, and the main thread prints it.

void main() throws InterruptedException, ExecutionException {
  var tasks = new ArrayList<FutureTask<Integer>>();
  for (int i = 1; i <= 3; i++) {
    int n = i;
    var task = new FutureTask<>(() -> triple(n));
    Thread.ofPlatform().start(task);
    tasks.add(task);
  }
  for (FutureTask<Integer> task : tasks) {
    IO.println("result: " + task.get());
  }
}

int triple(int n) {
  try {
    Thread.sleep(800 - 200 * n);
  } catch (InterruptedException e) {
    return 0; // an interrupt asks a thread to end; nobody sends one here
  }
  return 3 * n;
}
