// Java's threads compute at the same time and share what they get, so nothing is copied unasked.
// Whoever wants each task to have its own data copies it, or hands over what nobody can change.
// Run it: java scripts/06-gil/subinterpreters.java

void main() throws InterruptedException, ExecutionException {
  IO.println("a pool of threads");
  try (var executor = Executors.newFixedThreadPool(2)) {
    var counts = new ArrayList<Future<Long>>();
    for (int limit : List.of(200_000, 200_001, 200_002, 200_003)) {
      counts.add(executor.submit(() -> countPrimes(limit)));
    }
    var primes = new ArrayList<Long>();
    for (Future<Long> count : counts) {
      primes.add(count.get());
    }
    IO.println("primes: " + primes);
    var basket = new ArrayList<>(List.of("apple", "plum")); // List.copyOf(basket) would be safe
    int inTask = executor.submit(() -> addItem(basket)).get();
    IO.println("items in the basket of the task: " + inTask);
    IO.println("items in the basket here: " + basket.size());
  }
  IO.println("all DONE");
}

long countPrimes(int limit) {
  return IntStream.range(2, limit).filter(this::isPrime).count();
}

boolean isPrime(int n) {
  return IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(divisor -> n % divisor == 0);
}

int addItem(List<String> basket) {
  basket.add("pear");
  return basket.size();
}
