// The same three recursive methods, each in a thread of its own: as long as the slowest.
// A FutureTask carries each result from its thread to main.
// Run it: java scripts/02-recursion/many_threads.java

interface Recursion {
  long of(int x) throws InterruptedException;
}

record Func(String name, Recursion body) {}

final List<Func> funcs =
    List.of(new Func("fib", this::fib), new Func("fac", this::fac), new Func("sum", this::sum));

final int n = 12;

void main() throws InterruptedException, ExecutionException {
  var tasks = new ArrayList<FutureTask<Long>>();
  for (Func func : funcs) {
    var task = new FutureTask<>(() -> announced(func));
    Thread.ofPlatform().name(func.name()).start(task);
    tasks.add(task);
  }
  for (FutureTask<Long> task : tasks) {
    IO.println(task.get());
  }
  IO.println("all DONE");
}

long announced(Func func) throws InterruptedException {
  IO.println("starting %s at: %s".formatted(func.name(), ctime()));
  long result = func.body().of(n);
  IO.println("%s finished at: %s".formatted(func.name(), ctime()));
  return result;
}

long fib(int x) throws InterruptedException {
  Thread.sleep(5);
  return x < 2 ? 1 : fib(x - 2) + fib(x - 1);
}

long fac(int x) throws InterruptedException {
  Thread.sleep(100);
  return x < 2 ? 1 : x * fac(x - 1);
}

long sum(int x) throws InterruptedException {
  Thread.sleep(100);
  return x < 2 ? 1 : x + sum(x - 1);
}

String ctime() {
  return LocalDateTime.now()
      .format(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
}
