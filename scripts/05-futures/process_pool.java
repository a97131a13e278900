// A pool of two threads, each of which starts processes and reads what they answer.
// Threads compute at once in one JVM already: a process of its own is for isolation, not for speed.
// Run it: java scripts/05-futures/process_pool.java

final String worker =
    """
    void main(String[] args) {
      long primes = IntStream.range(2, Integer.parseInt(args[0])).filter(this::isPrime).count();
      IO.println(ProcessHandle.current().pid() + " " + primes);
    }

    boolean isPrime(int n) {
      return IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(divisor -> n % divisor == 0);
    }
    """;

record Count(int limit, long pid, long primes) {}

void main() throws IOException, InterruptedException, ExecutionException {
  Path source = Files.writeString(Files.createTempFile("worker", ".java"), worker);
  try (var pool = Executors.newFixedThreadPool(2)) {
    var tasks =
        Stream.of(20_000, 30_000, 40_000, 50_000)
            .map(limit -> (Callable<Count>) () -> countPrimes(source, limit))
            .toList();
    for (Future<Count> future : pool.invokeAll(tasks)) {
      Count count = future.get();
      boolean here = count.pid() == ProcessHandle.current().pid();
      IO.println(
          "%d primes below %d, counted in %s"
              .formatted(count.primes(), count.limit(), here ? "this process" : "another process"));
    }
  } finally {
    Files.delete(source);
  }
  IO.println("all DONE");
}

Count countPrimes(Path source, int limit) throws IOException {
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  Process process =
      new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", source.toString(), "" + limit)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
  try (var answer = new Scanner(process.inputReader())) {
    return new Count(limit, answer.nextLong(), answer.nextLong());
  }
}
