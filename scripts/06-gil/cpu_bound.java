// A fixed amount of computing, divided among N threads: does it take less time with more of them?
// Run it: java scripts/06-gil/cpu_bound.java [threads, 2 by default]

final int rounds = 2_000; // many more than in Python: then both take some seconds
final int limit = 400_000;

void main(String[] args) throws InterruptedException, ExecutionException {
  int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
  try (var pool = Executors.newFixedThreadPool(threads)) {
    var results = new ArrayList<Future<String>>();
    for (int i = 1; i <= threads; i++) {
      int number = i;
      results.add(pool.submit(() -> work(number, threads)));
    }
    for (int i = 1; i <= threads; i++) {
      IO.println("thread %d: %s".formatted(i, results.get(i - 1).get()));
    }
  }
  IO.println("all DONE");
}

String work(int number, int threads) {
  String found = "nothing";
  for (int round = number; round <= rounds; round += threads) {
    BitSet primes = primesBelow(limit);
    var pairs = new int[100];
    primes.stream().forEach(prime -> countPairs(prime, pairs));
    found = "%d primes, their squares hold %d times 11".formatted(primes.cardinality(), pairs[11]);
  }
  return found;
}

BitSet primesBelow(int limit) {
  var primes = new BitSet(limit);
  primes.set(2, limit);
  for (int n = 2; n * n < limit; n = primes.nextSetBit(n + 1)) {
    for (int multiple = n * n; multiple < limit; multiple += n) {
      primes.clear(multiple);
    }
  }
  return primes;
}

void countPairs(long number, int[] pairs) {
  for (long rest = number * number; rest > 9; rest /= 10) {
    pairs[(int) (rest % 100)]++;
  }
}
