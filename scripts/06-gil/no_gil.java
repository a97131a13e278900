// The same computing by one thread and by two. There is no GIL to switch off.
// Run it: java scripts/06-gil/no_gil.java

final int limit = 4_000_000; // many more than in Python: then both take some seconds

void main() throws InterruptedException, ExecutionException {
  IO.println("there is no GIL");
  play(2); // unseen, so that the compiler has compiled it
  Result alone = play(1);
  IO.println(text("1 thread:  %d primes in %.2f s", alone.primes(), alone.seconds()));
  Result both = play(2);
  IO.println(text("2 threads: %d primes in %.2f s", both.primes(), both.seconds()));
  IO.println(text("two threads are %.1f times as fast as one", alone.seconds() / both.seconds()));
}

record Result(double seconds, long primes) {}

Result play(int count) throws InterruptedException, ExecutionException {
  try (var pool = Executors.newFixedThreadPool(count)) {
    long begin = System.nanoTime();
    var parts = new ArrayList<Future<Long>>();
    for (int part = 0; part < count; part++) {
      int first = 3 + 2 * part; // odd numbers only, every count-th of them
      parts.add(pool.submit(() -> countPrimes(first, 2 * count)));
    }
    long primes = 1;
    for (Future<Long> part : parts) {
      primes += part.get();
    }
    return new Result((System.nanoTime() - begin) / 1e9, primes);
  }
}

/// How many of the numbers first, first + step, first + 2 * step … are primes.
long countPrimes(int first, int step) {
  return IntStream.iterate(first, n -> n < limit, n -> n + step).filter(this::isPrime).count();
}

boolean isPrime(int n) {
  return IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(divisor -> n % divisor == 0);
}

String text(String format, Object... arguments) {
  return String.format(Locale.ROOT, format, arguments);
}
