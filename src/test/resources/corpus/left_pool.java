// expect: failed
// message: ^standstill
// message: for work for its pool: nobody called shutdown\(\) or close\(\)
// prints: ^done$
// Nobody shuts it down: its idle thread keeps the JVM alive for ever.
void main() {
  var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
  pool.submit(() -> IO.println("done"));
}
