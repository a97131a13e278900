// A fixed amount of computing, shared out to N threads: does it take less time with more of them?
// Run it: java scripts/06-gil/cpu_bound.java [threads, 2 by default]

final int rounds = 400; // many more than in Python: then both take some seconds
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
    List<Integer> primes = primesBelow(limit);
    var pairs = new HashMap<String, Integer>();
    for (int prime : primes) {
      countPairs(prime, pairs);
    }
    found = "%d primes, their squares hold %d times 11".formatted(primes.size(), pairs.get("11"));
  }
  return found;
}

List<Integer> primesBelow(int limit) {
  var composite = new boolean[limit];
  var primes = new ArrayList<Integer>();
  for (int n = 2; n < limit; n++) {
    if (!composite[n]) {
      primes.add(n);
      for (long multiple = (long) n * n; multiple < limit; multiple += n) {
        composite[(int) multiple] = true;
      }
    }
  }
  return primes;
}

void countPairs(long number, Map<String, Integer> pairs) {
  String digits = Long.toString(number * number);
  for (int i = 0; i < digits.length() - 1; i++) {
    pairs.merge(digits.substring(i, i + 2), 1, Integer::sum);
  }
}
