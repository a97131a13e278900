// Three slow recursive methods, one after the other in one thread: about 4.8 s.
// Run it: java scripts/02-recursion/single_thread.java

interface Recursion {
  long of(int x) throws InterruptedException;
}

record Func(String name, Recursion body) {}

final List<Func> funcs =
    List.of(new Func("fib", this::fib), new Func("fac", this::fac), new Func("sum", this::sum));

final int n = 12;

void main() throws InterruptedException {
  for (Func func : funcs) {
    IO.println("starting %s at:%s".formatted(func.name(), ctime()));
    IO.println(func.body().of(n));
    IO.println("%s finished at:%s".formatted(func.name(), ctime()));
  }
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
